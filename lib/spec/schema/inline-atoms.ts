import type { NodeSpec } from "@tiptap/pm/model";
import { flag, requiredAnchorId, text, textOrNull } from "./attributes";

const atom: NodeSpec = { group: "inline", inline: true, atom: true };

/** `[?](#id)`: shows the title of the section it points at. */
export const crossReference: NodeSpec = { ...atom, attrs: { id: requiredAnchorId } };

/** `[^a9sq]`: this place in the text has prompts to test it with, or a footnote of that name. */
export const evaluationMarker: NodeSpec = { ...atom, attrs: { id: requiredAnchorId } };

/** A line end in the source that reads as a space. */
export const softBreak: NodeSpec = { ...atom, leafText: () => "\n" };

export const hardBreak: NodeSpec = { ...atom, leafText: () => "\n" };

/** A formula; `delimiter` is how it opens in the source: `\\(`, `\\[`, `$` or `$$`. */
export const math: NodeSpec = {
  ...atom,
  attrs: { tex: text, display: flag, delimiter: { ...text, default: "\\\\(" } },
};

export const inlineImage: NodeSpec = {
  ...atom,
  attrs: { src: text, alt: text, title: textOrNull },
};

/** Inline source without a word of its own here: a tag of HTML, an entity. Kept byte for byte. */
export const rawInline: NodeSpec = { ...atom, attrs: { source: text } };
