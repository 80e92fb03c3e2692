import { hasBlankLine } from "../lines";
import { isClosedFence } from "./fences";
import type { Gap } from "./ink";

/**
 * Whether two blocks may stand as close together as a gap of the source puts them, whatever they say
 * now. With a blank line between them most may; without one, only where the first ends by itself or
 * the second cannot be read as its next line.
 */
export function mayTouch({ previous, next, previousText, nextText }: Gap, gap: string): boolean {
  if (!previous || hasBlankLine(gap) || endsByItself(previous.type, previousText)) return true;
  if (next.type === "paragraph" || /^(?: {4}|\t)/.test(nextText)) return false;
  // Headings we write ourselves are one line, and so are all that start with their signs.
  if (/^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3})/.test(nextText)) return previous.type !== "raw";
  if (previous.type !== "paragraph" || next.type === "horizontalRule") return false;
  return /^ {0,3}(?:>|!!! |[-*+][ \t]+\S|1[.)][ \t]+\S)/.test(nextText);
}

function endsByItself(type: string, text: string): boolean {
  if (type === "codeBlock" || type === "example") {
    return (
      /^ {0,3}(?:[`~*])/.test(text) && isClosedFence(text.slice(text.search(/^[> \t]*[`~]{3}/m)))
    );
  }
  return type === "heading" || type === "horizontalRule";
}
