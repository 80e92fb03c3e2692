import type { NodeSpec } from "@tiptap/pm/model";
import { flagOrNull, integer, uid } from "./attributes";

export const bulletList: NodeSpec = { group: "block", content: "listItem*", attrs: { uid } };

export const orderedList: NodeSpec = {
  group: "block",
  content: "listItem*",
  attrs: { uid, start: integer(0, 999_999_999, 1) },
};

/** `checked` is null except in task lists. */
export const listItem: NodeSpec = {
  content: "block*",
  defining: true,
  attrs: { uid, checked: flagOrNull },
};
