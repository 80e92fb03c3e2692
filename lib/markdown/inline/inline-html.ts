const ATTRIBUTE = String.raw`\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>${"`"}]+|'[^']*'|"[^"]*"))?`;
const OPEN_TAG = new RegExp(`<[A-Za-z][A-Za-z0-9-]*(?:${ATTRIBUTE})*\\s*/?>`, "y");
const CLOSE_TAG = /<\/[A-Za-z][A-Za-z0-9-]*\s*>/y;
const AUTOLINK = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>/y;
const MAIL = /<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)>/y;

/** Reads `<https://example.org>` or `<someone@example.org>`. */
export function autolinkAt(
  text: string,
  at: number,
): { source: string; href: string; label: string } | null {
  AUTOLINK.lastIndex = at;
  const address = AUTOLINK.exec(text);
  if (address) return { source: address[0], href: address[1]!, label: address[1]! };
  MAIL.lastIndex = at;
  const mail = MAIL.exec(text);
  return mail ? { source: mail[0], href: `mailto:${mail[1]}`, label: mail[1]! } : null;
}

/**
 * Finds tags and comments inside one text. Stateful, because an opening without an end must be searched
 * for once, not once per opening.
 */
export class InlineHtml {
  readonly #missing = new Set<string>();

  constructor(private readonly text: string) {}

  /** The end of the piece of HTML that starts at `<`, null when it is only a sign. */
  endAt(at: number): number | null {
    const { text } = this;
    if (text.startsWith("<!--", at)) return this.#through("-->", at + 4);
    if (text.startsWith("<?", at)) return this.#through("?>", at + 2);
    if (text.startsWith("<![CDATA[", at)) return this.#through("]]>", at + 9);
    if (/[A-Za-z]/.test(text[at + 2] ?? "") && text[at + 1] === "!") {
      return this.#through(">", at + 2);
    }
    const tag = text[at + 1] === "/" ? CLOSE_TAG : OPEN_TAG;
    tag.lastIndex = at;
    return tag.test(text) ? tag.lastIndex : null;
  }

  #through(end: string, from: number): number | null {
    if (this.#missing.has(end)) return null;
    const found = this.text.indexOf(end, from);
    if (found >= 0) return found + end.length;
    this.#missing.add(end);
    return null;
  }
}
