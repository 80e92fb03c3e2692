import type { NodeSpec } from "@tiptap/pm/model";
import { PROSE_MARKS } from "./marks";
import { anchorId, integer, tags, text, textOrNull, uid } from "./attributes";

/** A heading opens a section; with an authority level the section is a clause. */
export const heading: NodeSpec = {
  group: "block",
  content: "inline*",
  marks: PROSE_MARKS,
  defining: true,
  attrs: {
    uid,
    level: integer(1, 6, 1),
    id: anchorId,
    authority: anchorId,
    tags,
    // Attributes we do not know, in the words of the source, so that none is lost.
    extra: text,
  },
};

export const paragraph: NodeSpec = {
  group: "block",
  content: "inline*",
  marks: PROSE_MARKS,
  attrs: { uid },
};

export const blockquote: NodeSpec = {
  group: "block",
  content: "block*",
  defining: true,
  attrs: { uid },
};

/** `language` is the whole line after the fence, which may say more than a language. */
export const codeBlock: NodeSpec = {
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  defining: true,
  attrs: { uid, language: text },
};

export const horizontalRule: NodeSpec = { group: "block", attrs: { uid } };

export const image: NodeSpec = {
  group: "block",
  attrs: { uid, src: text, alt: text, title: textOrNull },
};

/**
 * Text that explains but does not instruct: `!!! meta "Commentary"`. A kind in capitals with no title
 * is an alert of GitHub's, `> [!NOTE]`.
 */
export const commentary: NodeSpec = {
  group: "block",
  content: "block*",
  defining: true,
  attrs: { uid, kind: { ...text, default: "meta" }, title: { ...textOrNull } },
};

/** Source that the document model has no word for, kept byte for byte. */
export const raw: NodeSpec = {
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  attrs: { uid, kind: { ...text, default: "html" } },
};
