const FOREIGN = /[^\0-\x7f]/gu;
// Scripts and style sheets know no references; ours are ASCII as they are.
const RAW_OR_FOREIGN = /(<(script|style)\b[\s\S]*?<\/\2>)|[^\0-\x7f]/gu;

/** In a text of another script than Latin, references would be most of the page. */
const LARGEST_SHARE = 0.02;

/**
 * A page whose few characters beyond ASCII are written as character references. Chromium decodes UTF-8 in
 * pieces of 64 KB, and one curly quote makes a whole piece letters of two bytes: of a whole spec that took a
 * slow phone 50 ms before its first picture, where ASCII takes 15. Pages in other scripts stay as they are.
 */
export function asciiMarkup(html: string): string {
  const foreign = html.match(FOREIGN)?.length ?? 0;
  if (foreign > html.length * LARGEST_SHARE) return html;
  return html.replace(RAW_OR_FOREIGN, (found, raw?: string) => raw ?? reference(found));
}

const reference = (character: string) => `&#${character.codePointAt(0)};`;
