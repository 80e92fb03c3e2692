import { Schema, type MarkSpec, type NodeSpec } from "@tiptap/pm/model";
import * as exampleBlocks from "./schema/example-blocks";
import * as atoms from "./schema/inline-atoms";
import * as lists from "./schema/list-blocks";
import * as marks from "./schema/marks";
import * as tables from "./schema/table-blocks";
import * as textBlocks from "./schema/text-blocks";

/**
 * The document model: what a spec can hold. A spec is a flat run of blocks; the section tree is
 * derived from its headings.
 *
 * Every content expression is lax (`*`, never `+`): under `+` two valid deletes made at the same time
 * remove the whole parent. "Must have text" is a rule of the linter.
 */
export const NODES: Record<string, NodeSpec> = {
  doc: { content: "block*" },
  paragraph: textBlocks.paragraph,
  heading: textBlocks.heading,
  bulletList: lists.bulletList,
  orderedList: lists.orderedList,
  listItem: lists.listItem,
  blockquote: textBlocks.blockquote,
  codeBlock: textBlocks.codeBlock,
  table: tables.table,
  tableRow: tables.tableRow,
  tableCell: tables.tableCell,
  horizontalRule: textBlocks.horizontalRule,
  image: textBlocks.image,
  commentary: textBlocks.commentary,
  raw: textBlocks.raw,
  example: exampleBlocks.example,
  exampleTitle: exampleBlocks.exampleTitle,
  message: exampleBlocks.message,
  comparison: exampleBlocks.comparison,
  response: exampleBlocks.response,
  reason: exampleBlocks.reason,
  body: exampleBlocks.body,
  elision: exampleBlocks.elision,
  text: { group: "inline" },
  crossReference: atoms.crossReference,
  evaluationMarker: atoms.evaluationMarker,
  softBreak: atoms.softBreak,
  hardBreak: atoms.hardBreak,
  math: atoms.math,
  inlineImage: atoms.inlineImage,
  rawInline: atoms.rawInline,
};

/** Marks, outermost first. The order is part of the schema: it is the order inside a mark set. */
export const MARKS: Record<string, MarkSpec> = {
  link: marks.link,
  strong: marks.strong,
  em: marks.em,
  strike: marks.strike,
  code: marks.code,
  tagged: marks.tagged,
};

export const schema = new Schema({ nodes: NODES, marks: MARKS, topNode: "doc" });
