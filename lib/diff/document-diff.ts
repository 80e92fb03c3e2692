import type { BlockJson } from "@/lib/spec/block-json";
import type { AuthorityLevel } from "@/lib/spec/levels";
import type { Change } from "./change";

/**
 * What changed between two documents: the list that everything reads, and how the two texts lie beside
 * each other, for views that draw the text with the changes in it.
 */
export interface DocumentDiff {
  format: "precept-diff";
  version: 1;
  /** Labels or hashes of the two, as the caller named them. */
  from: string | null;
  to: string | null;
  /** In reading order of the document after; what was removed stands where it was missed. */
  changes: Change[];
  alignment: Alignment;
  /** What `applyChanges` needs besides the list. */
  carried: Carried;
}

/** Sections in reading order of the document after, removed ones where they stood. */
export interface Alignment {
  sections: SectionRow[];
}

/** One section, its own blocks only: subsections have rows of their own. */
export interface SectionRow {
  from: SectionSide | null;
  to: SectionSide | null;
  /** Ids of the changes of the section itself: title, authority, place. */
  changes: string[];
  /** Whether nothing in it, nor about it, changed. */
  unchanged: boolean;
  blocks: BlockRow[];
}

export interface SectionSide {
  /** Index of the heading in `content`; -1 for what stands before the first heading. */
  heading: number;
  id: string | null;
  uid: string | null;
  title: string;
  number: string;
}

/**
 * One block of a section. A block that moved has two rows: `left` where it was, `moved` where it is, each
 * naming both sides.
 */
export interface BlockRow {
  state: "same" | "changed" | "added" | "removed" | "moved" | "left";
  /** Indices in `content` of the document before and after. */
  from: number | null;
  to: number | null;
  /** Ids of the changes in it. */
  changes: string[];
  /** Its units (or messages and responses), when it is no single text and not all of it is the same. */
  parts: PartRow[];
}

/** A unit, message or response inside a block: paths of child indices below the block. */
export interface PartRow {
  state: BlockRow["state"];
  from: number[] | null;
  to: number[] | null;
  changes: string[];
}

/** Blocks as they are now, by index, where a change names them: with the list they make the text after. */
export interface Carried {
  blocks: Record<number, BlockJson>;
  /** Lists, quotes and tables before and after, by index, that hold the same text. */
  holders: [from: number, to: number][];
  /** How many blocks there are now. */
  count: number;
  prompts: Record<string, BlockJson[]>;
  /** Keys of renamed levels: the new by the old. */
  authorities: Record<string, string>;
  levels: AuthorityLevel[] | null;
  title: string | null;
}
