import type { Role } from "@/lib/spec/schema/example-blocks";

/**
 * What can change between two documents. The names are those of the JSON, and of everything that reads
 * it: compare view, review, changelog, feeds, feedback placement, history of a clause.
 */
export type Change =
  | SectionChange
  | SectionValueChange
  | SectionAuthorityChange
  | SectionMergedChange
  | SectionSplitChange
  | LevelRenamedChange
  | LevelChange
  | ExampleChange
  | ExampleEditedChange
  | ResponseChange
  | MessageChange
  | UnitChange
  | UnitMovedChange
  | UnitMergedChange
  | UnitSplitChange
  | SentenceMovedChange
  | MarkerChange
  | MarkerMovedChange
  | PointerChange
  | PromptsChange
  | SpecRetitledChange;

export type ChangeKind = Change["kind"];

/** The change of one kind, with what only that kind says. */
export type ChangeOf<K extends ChangeKind> = Extract<Distributed<Change>, { kind: K }>;

type Distributed<C> = C extends { kind: infer K extends string }
  ? { [Each in K]: Omit<C, "kind"> & { kind: Each } }[K]
  : never;

/**
 * What a change may mean for how the system behaves.
 * - `normative`: the words of a section outside commentary, its title and authority; examples, what is
 *   said in them, verdicts and violated clauses
 * - `editorial`: commentary, reasons, ids, titles of examples, order and place, links, markers, prompts
 * - `typographic`: dashes, quotes, white space, emphasis: a reader hears the same words
 *
 * The class says where a change stands, never how large it is: one "may" for "must" is normative.
 */
export type ChangeClass = "normative" | "editorial" | "typographic";

/** A piece of a text with what became of it. Joined without `ins` it is the text before. */
export interface WordPart {
  kind: "same" | "ins" | "del";
  text: string;
}

/** Where something stands in one of the two documents. Line numbers start at 1. */
export interface Place {
  /** Null before the first heading, and in a file of evaluation prompts. */
  sectionId: string | null;
  sectionTitle: string | null;
  /** `2.3`; null before the first heading. */
  sectionNumber: string | null;
  /** Key of the section's own authority level, in the words of its document; null for no clause. */
  authority: string | null;
  /** Of the nearest section above, null for a chapter. */
  parentId: string | null;
  parentTitle: string | null;
  /** Of the innermost block with an identity. */
  uid: string | null;
  /** The block of `content` (of the document, or of the prompts file), counted from 0. */
  block: number | null;
  /** Where the heading of the section stands in `content`, null before the first. */
  headingBlock: number | null;
  /** What a reader would call it. */
  form: UnitForm | "section" | "example" | "message" | "response" | "title" | null;
  /** Title of the example it is, or stands in. */
  exampleTitle: string | null;
  exampleUid: string | null;
  /** Which message of the example's conversation, or which response of all of its responses, from 0. */
  message: number | null;
  response: number | null;
  /** The prompts file it stands in, by the id of its marker. */
  prompts: string | null;
  /** Where it starts in the Markdown, null when the input was none. */
  line: number | null;
}

/** A unit is the smallest text with a place of its own. */
export type UnitForm =
  | "paragraph"
  | "list item"
  | "commentary paragraph"
  | "table row"
  | "quote"
  | "code"
  | "image"
  | "rule"
  | "raw";

/** Another way to read the same two texts, with how much speaks for it. */
export interface Alternative {
  kinds: ChangeKind[];
  /** 0 to 1, beside the confidence of the change itself. */
  confidence: number;
  /** A sentence: what one would have to believe. */
  why: string;
  from: Place | null;
  to: Place | null;
}

interface Base<Kind extends string> {
  /** `c1`, `c2`, …: unique in the list, the same for the same two documents. */
  id: string;
  kind: Kind;
  class: ChangeClass;
  /** Null for what was added, and `to` for what was removed. */
  from: Place | null;
  to: Place | null;
  /**
   * What the kind is about, as it was and as it is: the text of a unit, message or response; the title,
   * id or authority of a section; the target of a reference. Null where there was, or is, none.
   */
  before: string | null;
  after: string | null;
  /** Both texts word by word. Empty where nothing can be compared: added, removed, moved unchanged. */
  parts: WordPart[];
  /** 0 to 1. At 1 nothing else could be meant. */
  confidence: number;
  /** Other readings, best first. Empty when the truth is not open. */
  alternatives: Alternative[];
  /**
   * The change that sums this one up: a section that was added with all that is in it, an example that
   * was edited. Whoever counts or lists for people leaves out what is part of something listed.
   */
  partOf: string | null;
}

/** `before` and `after` are titles. */
interface SectionChange extends Base<
  "section.added" | "section.removed" | "section.moved" | "section.reordered"
> {
  /** Key of its authority level in the document where it stands. */
  authority: string | null;
}

/**
 * `before` and `after` are: ids (`renamed`), titles (`retitled`), tags with spaces between (`tags`), the
 * depth of the heading (`level`), unknown attributes (`attributes`).
 */
type SectionValueChange = Base<
  "section.renamed" | "section.retitled" | "section.tags" | "section.level" | "section.attributes"
>;

/** A clause binds at another level; `before` and `after` are keys of levels, null for none. */
interface SectionAuthorityChange extends Base<"section.authority"> {
  /** Towards the highest level, or away from it; null when the two levels cannot be compared. */
  direction: "raised" | "lowered" | null;
}

/** Sections became one; `before` and `after` are titles, `from` is the first of `sources`. */
interface SectionMergedChange extends Base<"section.merged"> {
  sources: Place[];
}

/** One section became several; `to` is the first of `targets`. */
interface SectionSplitChange extends Base<"section.split"> {
  targets: Place[];
}

/** A whole level has another name; `before` and `after` are its keys. */
interface LevelRenamedChange extends Base<"level.renamed"> {
  /** Ids of the clauses, as they are now, whose authority changed in name only. */
  sections: string[];
}

/** A level came or went, or ranks or binds otherwise; `before` and `after` are its keys. */
type LevelChange = Base<"level.added" | "level.removed" | "level.changed">;

/** `before` and `after` are titles. */
interface ExampleChange extends Base<
  "example.added" | "example.removed" | "example.renamed" | "example.moved" | "example.reordered"
> {
  /**
   * Of one that was removed: that its words stand in commentary of its section now; of one that was added,
   * that they stood there. The commentary that came or went is part of this change.
   */
  turned: "into commentary" | "out of commentary" | null;
}

/** Sums up what changed inside an example; `before` and `after` are titles. */
interface ExampleEditedChange extends Base<"example.edited" | "example.typography"> {
  /** Ids of the changes of its messages and responses. */
  contains: string[];
  /** Messages or responses stand in another order, whatever else changed. */
  reordered: boolean;
}

/** `before` and `after` are texts, verdicts, reasons, or ids of violated clauses. */
type ResponseChange = Base<
  | "response.added"
  | "response.removed"
  | "response.text"
  | "response.verdict"
  | "response.reason"
  | "response.violates"
>;

/** `before` and `after` are what was said. */
interface MessageChange extends Base<"message.added" | "message.removed" | "message.edited"> {
  role: Role;
}

/** `before` and `after` are texts. A unit that moved and was edited has both changes. */
interface UnitChange extends Base<
  "unit.added" | "unit.removed" | "unit.edited" | "unit.typography"
> {
  form: UnitForm;
}

/** `before` and `after` are texts. */
interface UnitMovedChange extends Base<"unit.moved"> {
  form: UnitForm;
  /** It stayed in its section, which may have another title now. */
  within: boolean;
}

/** Units became one; `from` is the first of `sources`. */
interface UnitMergedChange extends Base<"unit.merged"> {
  form: UnitForm;
  sources: Place[];
}

/** One unit became several; `to` is the first of `targets`. */
interface UnitSplitChange extends Base<"unit.split"> {
  form: UnitForm;
  targets: Place[];
}

/** A sentence left one unit and stands in another. */
interface SentenceMovedChange extends Base<"sentence.moved"> {
  /** It stayed in its section. */
  within: boolean;
}

/** `before` and `after` are the id of the marker. */
type MarkerChange = Base<"marker.added" | "marker.removed">;

/** A marker hangs on another text now. */
interface MarkerMovedChange extends Base<"marker.moved"> {
  /** It stayed in its section. */
  within: boolean;
}

/**
 * A reference inside the spec (`xref`: `[?](#id)` and `[words](#id)`) or out of it (`link`). `before` and
 * `after` are ids without `#`, or addresses.
 */
type PointerChange = Base<
  "xref.added" | "xref.removed" | "link.added" | "link.removed" | "link.changed"
>;

/**
 * Files of evaluation prompts; `before` and `after` are the ids of their markers. They differ where the same
 * prompts belong to another marker: an edit of the header.
 */
interface PromptsChange extends Base<"prompts.added" | "prompts.removed" | "prompts.edited"> {
  /** Only the header changed, which names the section of the marker. */
  headerOnly: boolean;
}

/** The title of the whole spec. */
type SpecRetitledChange = Base<"spec.retitled">;
