/** A run of plain words, or a link with the words it shows. */
export interface CommentPiece {
  text: string;
  /** An http or https address, safe to follow; absent for plain words. */
  href?: string;
}

/** The longest comment, in characters: two pages of print. */
export const LONGEST_COMMENT = 6_000;

/**
 * A comment as it is shown: paragraphs of lines of pieces. Nothing in it is markup: addresses of the web
 * become links, everything else stays the letters it is. Whoever prints the pieces escapes them.
 */
export function commentParagraphs(text: string): CommentPiece[][][] {
  return cleanText(text)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split("\n").map(pieces))
    .filter((lines) => lines.some((line) => line.length > 0));
}

/**
 * What a person meant to type: without controls, without marks that turn the direction of what follows
 * (they make a link look like another one), at most four marks on one letter, no long runs of empty lines.
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, (sign) => (sign === "\n" ? "\n" : " "))
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\u2060\uFEFF]/g, "")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .replace(/[ ]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** How many links a comment holds. */
export const linkCount = (text: string): number =>
  commentParagraphs(text)
    .flat(2)
    .filter(({ href }) => href !== undefined).length;

// Bounded on both sides: a long word without an end takes linear time. Quotes and brackets end it.
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`{}|\\^[\]]{1,2000}/giu;

function pieces(line: string): CommentPiece[] {
  const found: CommentPiece[] = [];
  let at = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const words = withoutEndOfSentence(match[0]);
    const href = safeAddress(words);
    if (!href) continue;
    if (match.index > at) found.push({ text: line.slice(at, match.index) });
    found.push({ text: words, href });
    at = match.index + words.length;
  }
  if (at < line.length) found.push({ text: line.slice(at) });
  return found;
}

function withoutEndOfSentence(address: string): string {
  let words = address.replace(/[.,:;!?…]+$/u, "");
  // A bracket that was opened before the address closes after it.
  while (words.endsWith(")") && count(words, ")") > count(words, "(")) words = words.slice(0, -1);
  return words.replace(/[.,:;!?…]+$/u, "");
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** An address in its standard spelling, null when it is not one of the web or hides who it leads to. */
function safeAddress(words: string): string | null {
  if (!URL.canParse(words)) return null;
  const url = new URL(words);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (url.username || url.password || !url.hostname.includes(".")) return null;
  return url.href;
}
