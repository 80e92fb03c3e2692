import type { MarkSpec } from "@tiptap/pm/model";
import { attributeList, tagName, text, textOrNull } from "./attributes";

/** The marks of prose, outermost first: the order in which Markdown nests them. */
export const PROSE_MARKS = "link strong em strike code";

/**
 * `href` may be `#id`, a link inside the spec with words of its own. `reference` is the label of a
 * `[text][label]` link, null when the address stands beside the text.
 */
export const link: MarkSpec = {
  attrs: { href: text, title: textOrNull, reference: textOrNull },
  inclusive: false,
};

export const strong: MarkSpec = {};
export const em: MarkSpec = {};
export const strike: MarkSpec = {};
export const code: MarkSpec = { code: true };

/**
 * Text of a message that stood inside a tag, `<untrusted>…</untrusted>`. A mark, so that the text
 * stays one flat string; tags within tags are several marks on the same text.
 */
export const tagged: MarkSpec = {
  attrs: {
    name: tagName,
    attributes: attributeList,
  },
  excludes: "",
};
