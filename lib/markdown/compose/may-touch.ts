import type { NodeJson } from "@/lib/spec/block-json";
import { hasBlankLine } from "../lines";

/**
 * Whether two blocks may stand as close together as a gap of the source puts them, whatever they say
 * now. With a blank line between them most may; without one, only where the first ends by itself or
 * the second cannot be read as its next line.
 *
 * @param nextText How the second is written.
 */
export function mayTouch(
  previous: NodeJson,
  next: NodeJson,
  nextText: string,
  gap: string,
): boolean {
  if (hasBlankLine(gap)) return true;
  if (next.type === "paragraph" || /^(?: {4}|\t)/.test(nextText))
    return ENDS_BY_ITSELF.has(previous.type);
  if (previous.type === "heading") return true;
  const interrupts = /^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3})/.test(nextText);
  if (interrupts) return previous.type !== "raw";
  if (previous.type !== "paragraph") return false;
  return (
    /^ {0,3}(?:>|!!! |[-*+][ \t]+\S|1[.)][ \t]+\S)/.test(nextText) && next.type !== "horizontalRule"
  );
}

/** A heading in the form of two lines needs its own first line; all we write ourselves is one line. */
const ENDS_BY_ITSELF = new Set(["heading", "horizontalRule"]);
