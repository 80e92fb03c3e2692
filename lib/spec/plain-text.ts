import type { InlineJson, NodeJson } from "./block-json";

/**
 * The words of inline content as a reader hears them: no marks, no markers, line ends as spaces.
 *
 * @param titleOf What an auto-titled reference shows; without it, its id.
 */
export function plainText(
  content: readonly InlineJson[] | undefined,
  titleOf: (id: string) => string | null = () => null,
): string {
  return (content ?? []).map((node) => wordsOf(node, titleOf)).join("");
}

/** The text nodes of a node joined, nothing else: exact for literal bodies, code and raw source. */
export function literalText(node: NodeJson | undefined): string {
  return (node?.content ?? []).map((child) => child.text ?? "").join("");
}

function wordsOf(node: InlineJson, titleOf: (id: string) => string | null): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "softBreak":
    case "hardBreak":
      return " ";
    case "crossReference":
      return titleOf(node.attrs.id) ?? node.attrs.id;
    case "math":
      return node.attrs.tex;
    case "inlineImage":
      return node.attrs.alt;
    case "evaluationMarker":
    case "rawInline":
      return "";
  }
}
