/**
 * The seven kinds of HTML block of CommonMark 4.6: how they start, and what ends them (null: a blank
 * line).
 */
interface HtmlStart {
  start: RegExp;
  end: RegExp | null;
  /** Whether it may end a paragraph that stands directly before it. */
  interrupts: boolean;
}

const BLOCK_NAMES =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|" +
  "dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|" +
  "iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|" +
  "summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
const ATTRIBUTE = String.raw`[ \t]+[a-zA-Z_:][\w:.-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>${"`"}]+|'[^']*'|"[^"]*"))?`;

const STARTS: HtmlStart[] = [
  {
    start: /^<(?:script|pre|textarea|style)(?:[ \t]|>|$)/i,
    end: /<\/(?:script|pre|textarea|style)>/i,
    interrupts: true,
  },
  { start: /^<!--/, end: /-->/, interrupts: true },
  { start: /^<\?/, end: /\?>/, interrupts: true },
  { start: /^<![A-Za-z]/, end: />/, interrupts: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { start: new RegExp(`^</?(?:${BLOCK_NAMES})(?:[ \\t]|/?>|$)`, "i"), end: null, interrupts: true },
  {
    start: new RegExp(
      `^(?:<[A-Za-z][A-Za-z0-9-]*(?:${ATTRIBUTE})*[ \\t]*/?>|</[A-Za-z][A-Za-z0-9-]*[ \\t]*>)[ \\t]*$`,
    ),
    end: null,
    interrupts: false,
  },
];

/** What kind of HTML block a line starts, null when none. */
export function htmlStart(line: string, afterParagraph: boolean): HtmlStart | null {
  if (!line.startsWith("<")) return null;
  const found = STARTS.find(({ start }) => start.test(line));
  return found && (found.interrupts || !afterParagraph) ? found : null;
}

/**
 * What is missing at the end of a block of HTML for it to end there; empty when it is closed or ends at
 * a blank line.
 */
export function missingEnd(text: string): string {
  const first = text.trimStart().split("\n", 1)[0]!;
  const found = STARTS.find(({ start }) => start.test(first));
  if (!found || found.end === null || found.end.test(text)) return "";
  const name = /^<(script|pre|textarea|style)/i.exec(first)?.[1];
  if (name) return `</${name}>`;
  return found.end.source.replaceAll("\\", "");
}
