import type { NodeSpec } from "@tiptap/pm/model";
import { PROSE_MARKS } from "./marks";
import { anchorId, attributeList, flag, oneOf, uid } from "./attributes";

export const ROLES = ["system", "developer", "user", "assistant", "tool"] as const;
export type Role = (typeof ROLES)[number];

export const VERDICTS = ["GOOD", "BAD", "OK"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A tricky case: a title, a conversation, and responses to compare. */
export const example: NodeSpec = {
  group: "block",
  content: "(exampleTitle | message | comparison | response | elision | raw)*",
  isolating: true,
  defining: true,
  attrs: { uid, id: anchorId, sensitive: flag },
};

/** A node and not an attribute: two people can write in it at once, an attribute keeps only the last. */
export const exampleTitle: NodeSpec = { content: "inline*", marks: PROSE_MARKS, defining: true };

/** What somebody said, word for word. Newlines are "\n"; nothing in it is Markdown. */
export const message: NodeSpec = {
  content: "text*",
  marks: "tagged",
  whitespace: "pre",
  defining: true,
  attrs: { uid, role: oneOf(ROLES), attributes: attributeList },
};

export const comparison: NodeSpec = {
  content: "(response | message | elision | raw)*",
  attrs: { uid },
};

/** One candidate answer with its verdict and, for a bad one, the clause it violates. */
export const response: NodeSpec = {
  content: "(reason | body)*",
  isolating: true,
  attrs: {
    uid,
    role: oneOf(ROLES, "assistant"),
    attributes: attributeList,
    verdict: oneOf([...VERDICTS, null], null),
    violates: anchorId,
  },
};

export const reason: NodeSpec = { content: "inline*", marks: PROSE_MARKS, defining: true };

export const body: NodeSpec = {
  content: "text*",
  marks: "tagged",
  whitespace: "pre",
  defining: true,
};

/** The stray `[...]` that stands for turns left out. */
export const elision: NodeSpec = { attrs: { uid } };
