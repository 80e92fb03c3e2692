import type { NodeSpec } from "@tiptap/pm/model";
import { PROSE_MARKS } from "./marks";
import { flag, oneOf, uid } from "./attributes";

export const table: NodeSpec = {
  group: "block",
  content: "tableRow*",
  isolating: true,
  attrs: { uid },
};

export const tableRow: NodeSpec = { content: "tableCell*", attrs: { uid } };

/** A cell has no uid of its own: its row and its place say which it is. */
export const tableCell: NodeSpec = {
  content: "inline*",
  marks: PROSE_MARKS,
  isolating: true,
  attrs: { header: flag, align: oneOf([null, "left", "center", "right"], null) },
};
