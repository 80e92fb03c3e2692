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
const ATTRIBUTE = String.raw`\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>${"`"}]+|'[^']*'|"[^"]*"))?`;

const STARTS: HtmlStart[] = [
  {
    start: /^<(?:script|pre|textarea|style)(?:\s|>|$)/i,
    end: /<\/(?:script|pre|textarea|style)>/i,
    interrupts: true,
  },
  { start: /^<!--/, end: /-->/, interrupts: true },
  { start: /^<\?/, end: /\?>/, interrupts: true },
  { start: /^<![A-Za-z]/, end: />/, interrupts: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { start: new RegExp(`^</?(?:${BLOCK_NAMES})(?:\\s|/?>|$)`, "i"), end: null, interrupts: true },
  {
    start: new RegExp(
      `^(?:<[A-Za-z][A-Za-z0-9-]*(?:${ATTRIBUTE})*\\s*/?>|</[A-Za-z][A-Za-z0-9-]*\\s*>)\\s*$`,
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

/** Whether a block of HTML that starts with this text is over at its end or at a blank line. */
export function isClosedHtml(text: string): boolean {
  const found = STARTS.find(({ start }) => start.test(text.trimStart().split("\n", 1)[0]!));
  return !found || found.end === null || found.end.test(text);
}
