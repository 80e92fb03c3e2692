import type { TableAlign } from "@/lib/spec/block-json";

/**
 * One line of a block as it stands behind what its containers put before it. `pad` counts columns of
 * a tab that a container has used only in part.
 */
export interface LineSlice {
  start: number;
  end: number;
  pad: number;
}

interface Base {
  /** Where it starts and ends in the source, without the line end. */
  start: number;
  end: number;
  /** Line number of its start, from 1. */
  line: number;
}

export type LeafToken = Base &
  (
    | { kind: "paragraph"; lines: LineSlice[] }
    | { kind: "heading"; level: number; lines: LineSlice[]; setext: boolean }
    | { kind: "fence"; info: string; sign: "`" | "~"; closed: boolean; lines: LineSlice[] }
    | { kind: "indentedCode"; lines: LineSlice[] }
    | { kind: "thematicBreak" }
    | { kind: "table"; rows: LineSlice[]; aligns: TableAlign[]; delimiter: LineSlice }
    | { kind: "raw"; as: RawKind; lines: LineSlice[] }
  );

/** Source that stays as it is, by the reason. */
export type RawKind =
  "html" | "comment" | "definition" | "footnote" | "rule" | "frontMatter" | "deep" | "other";

export type QuoteToken = Base & { kind: "quote"; alert: string | null; children: BlockToken[] };
export type CommentaryToken = Base & {
  kind: "commentary";
  as: string;
  title: string | null;
  children: BlockToken[];
};
export type ListToken = Base & {
  kind: "list";
  ordered: boolean;
  first: number;
  /** `-`, `*`, `+`, `.` or `)` */
  marker: string;
  children: ItemToken[];
};
export type ItemToken = Base & {
  kind: "item";
  number: number;
  /** Columns from the content of the enclosing container to the content of the item. */
  indent: number;
  /** Whether a line after the first told the indent; else it is only the width of the marker. */
  indentSeen: boolean;
  checked: boolean | null;
  children: BlockToken[];
};
export type RootToken = Base & { kind: "root"; children: BlockToken[] };

export type ContainerToken = RootToken | QuoteToken | CommentaryToken | ListToken | ItemToken;
export type BlockToken = LeafToken | QuoteToken | CommentaryToken | ListToken;
