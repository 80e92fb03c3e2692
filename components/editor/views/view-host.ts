import type { Editor } from "@tiptap/core";
import type { AuthorityLevel } from "@/lib/spec/levels";

export type MenuKind =
  | "section"
  | "authority"
  | "id"
  | "example"
  | "role"
  | "response"
  | "verdict"
  | "violates"
  | "commentary"
  | "table"
  | "reference"
  | "link"
  | "block";

/** A menu that a place in the text asks for. */
export interface MenuRequest {
  kind: MenuKind;
  /** Where the node stands that it is about, at the moment of asking. Follow it from there. */
  pos: number;
  /** The element beside which the menu opens. */
  anchor: Element;
  /** The editor that the place is in, when it is not that of the text. */
  editor?: Editor;
}

/** What views of nodes need from the page around the editor. */
export interface ViewHost {
  levels: () => readonly AuthorityLevel[];
  /** The title of what an id names, null when nothing is called so. */
  titleOf: (id: string) => string | null;
  /** Tells when titles changed. Returns how to stop listening. */
  onTitles: (listener: () => void) => () => void;
  /** Tells when the authority levels changed. Returns how to stop listening. */
  onLevels: (listener: () => void) => () => void;
  openMenu: (request: MenuRequest) => void;
  /** Adds a part at the end of the example that begins at `pos`. */
  addPart: (pos: number, part: "message" | "response") => void;
  canEdit: () => boolean;
  /** Opens the evaluation prompts of a marker. */
  openPrompts: (id: string) => void;
}
