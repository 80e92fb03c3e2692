import type { InlineJson, NodeJson } from "./block-json";
import { literalText, plainText } from "./plain-text";
import { walk } from "./walk";

/**
 * How many words somebody reads in a run of blocks: runs of anything but white space, bodies and
 * reasons of examples included, markup not. (lib/markdown's `inspect` counts those of the source.)
 */
export function wordCount(blocks: readonly NodeJson[]): number {
  let words = 0;
  walk(blocks, (node) => {
    if (node.type === "raw") return false;
    const first = node.content?.[0];
    if (!first || !isInline(first)) return;
    const literal = LITERAL.has(node.type);
    const text = literal ? literalText(node) : plainText(node.content as InlineJson[]);
    words += countWords(text);
    return false;
  });
  return words;
}

/** Runs of anything but white space, as `wc -w` counts them. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

const LITERAL = new Set(["message", "body", "codeBlock"]);
const INLINE = new Set([
  "text",
  "crossReference",
  "evaluationMarker",
  "softBreak",
  "hardBreak",
  "math",
  "inlineImage",
  "rawInline",
]);

function isInline(node: NodeJson): boolean {
  return INLINE.has(node.type);
}
