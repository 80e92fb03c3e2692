import type { Json } from "./canonical-json";
import type { Role, Verdict } from "./schema/example-blocks";

/**
 * The document as JSON, typed by idea. It is what ProseMirror's `toJSON` writes for our schema: every
 * attribute present, adjacent text with equal marks in one node, marks in the schema's order.
 */

/** Any node, for code that walks without caring what it meets. */
export type NodeJson = {
  type: string;
  attrs?: { [name: string]: Json };
  content?: NodeJson[];
  text?: string;
  marks?: MarkJson[];
};

export type AttributePair = [name: string, value: string];

export type MarkJson =
  | { type: "strong" | "em" | "strike" | "code" }
  | { type: "link"; attrs: { href: string; title: string | null; reference: string | null } }
  | { type: "tagged"; attrs: { name: string; attributes: AttributePair[] } };

type Marked<N> = N & { marks?: MarkJson[] };

export type TextJson = Marked<{ type: "text"; text: string }>;
export type CrossReferenceJson = Marked<{ type: "crossReference"; attrs: { id: string } }>;
export type EvaluationMarkerJson = Marked<{ type: "evaluationMarker"; attrs: { id: string } }>;
export type MathJson = Marked<{
  type: "math";
  attrs: { tex: string; display: boolean; delimiter: string };
}>;
export type InlineImageJson = Marked<{
  type: "inlineImage";
  attrs: { src: string; alt: string; title: string | null };
}>;
export type RawInlineJson = Marked<{ type: "rawInline"; attrs: { source: string } }>;
export type BreakJson = Marked<{ type: "softBreak" | "hardBreak" }>;

export type InlineJson =
  | TextJson
  | CrossReferenceJson
  | EvaluationMarkerJson
  | MathJson
  | InlineImageJson
  | RawInlineJson
  | BreakJson;

type Uid = string | null;

export type HeadingJson = {
  type: "heading";
  attrs: {
    uid: Uid;
    level: number;
    id: string | null;
    authority: string | null;
    tags: string[];
    extra: string;
  };
  content?: InlineJson[];
};
export type ParagraphJson = { type: "paragraph"; attrs: { uid: Uid }; content?: InlineJson[] };
export type BulletListJson = { type: "bulletList"; attrs: { uid: Uid }; content?: ListItemJson[] };
export type OrderedListJson = {
  type: "orderedList";
  attrs: { uid: Uid; start: number };
  content?: ListItemJson[];
};
export type ListItemJson = {
  type: "listItem";
  attrs: { uid: Uid; checked: boolean | null };
  content?: BlockJson[];
};
export type BlockquoteJson = { type: "blockquote"; attrs: { uid: Uid }; content?: BlockJson[] };
export type CodeBlockJson = {
  type: "codeBlock";
  attrs: { uid: Uid; language: string };
  content?: TextJson[];
};
export type TableJson = { type: "table"; attrs: { uid: Uid }; content?: TableRowJson[] };
export type TableRowJson = { type: "tableRow"; attrs: { uid: Uid }; content?: TableCellJson[] };
export type TableAlign = "left" | "center" | "right" | null;
export type TableCellJson = {
  type: "tableCell";
  attrs: { header: boolean; align: TableAlign };
  content?: InlineJson[];
};
export type HorizontalRuleJson = { type: "horizontalRule"; attrs: { uid: Uid } };
export type ImageJson = {
  type: "image";
  attrs: { uid: Uid; src: string; alt: string; title: string | null };
};
export type CommentaryJson = {
  type: "commentary";
  attrs: { uid: Uid; kind: string; title: string | null };
  content?: BlockJson[];
};
export type RawJson = {
  type: "raw";
  attrs: { uid: Uid; kind: string };
  content?: TextJson[];
};
export type ExampleJson = {
  type: "example";
  attrs: { uid: Uid; id: string | null; sensitive: boolean };
  content?: ExampleChildJson[];
};
export type ExampleTitleJson = { type: "exampleTitle"; content?: InlineJson[] };
export type MessageJson = {
  type: "message";
  attrs: { uid: Uid; role: Role; attributes: AttributePair[] };
  content?: TextJson[];
};
export type ComparisonJson = {
  type: "comparison";
  attrs: { uid: Uid };
  content?: (ResponseJson | MessageJson | ElisionJson | RawJson)[];
};
export type ResponseJson = {
  type: "response";
  attrs: {
    uid: Uid;
    role: Role;
    attributes: AttributePair[];
    verdict: Verdict | null;
    violates: string | null;
  };
  content?: (ReasonJson | BodyJson)[];
};
export type ReasonJson = { type: "reason"; content?: InlineJson[] };
export type BodyJson = { type: "body"; content?: TextJson[] };
export type ElisionJson = { type: "elision"; attrs: { uid: Uid } };

export type ExampleChildJson =
  ExampleTitleJson | MessageJson | ComparisonJson | ResponseJson | ElisionJson | RawJson;

/** What stands between blank lines: everything a spec, a quote or a list item may hold. */
export type BlockJson =
  | HeadingJson
  | ParagraphJson
  | BulletListJson
  | OrderedListJson
  | BlockquoteJson
  | CodeBlockJson
  | TableJson
  | HorizontalRuleJson
  | ImageJson
  | CommentaryJson
  | RawJson
  | ExampleJson;
