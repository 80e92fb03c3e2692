import { headingAttributes, type HeadingAttributes } from "./heading-attributes";
import { isBlank, trimBlanks, trimBlanksAtEnd } from "./lines";

/**
 * Takes the text of a heading apart: its title, and the attributes behind it. Closing `##` may stand
 * before or after the attributes.
 */
export function headingText(text: string): {
  title: string;
  attributes: HeadingAttributes | null;
} {
  const bare = withoutClosing(trimBlanks(text));
  const found = headingAttributes(bare);
  if (!found) return { title: bare, attributes: null };
  return { title: withoutClosing(trimBlanksAtEnd(found.title)), attributes: found.attributes };
}

/** `Title ##` is `Title`; `C#` stays. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === "#") end--;
  if (end === text.length || (end > 0 && !isBlank(text[end - 1]))) return text;
  return trimBlanksAtEnd(text.slice(0, end));
}
