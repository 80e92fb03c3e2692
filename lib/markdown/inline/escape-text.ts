import type { InlineJson } from "@/lib/spec/block-json";
import { isAsciiPunctuation } from "./characters";

/** How many signs of a text to put a backslash before. */
export type Caution = "none" | "some" | "all";

/**
 * Escapes signs of a text that could mean something.
 *
 * @param next What stands behind the text: a sign at its end may only get a meaning from that.
 */
export function escapeText(text: string, caution: Caution, next: InlineJson | undefined): string {
  if (caution === "none") return text;
  // Escaped or not, a backslash before the `[` of what follows could open a formula.
  if (next && text.endsWith("\\"))
    return `${escapeText(text.slice(0, -1), caution, undefined)}&#92;`;
  if (caution === "all") return text.replaceAll(ALL, (sign) => `\\${sign}`);
  const brackets = /\][([]/.test(text) || (text.endsWith("]") && next !== undefined);
  return text.replaceAll(ALL, (sign, at: number) => {
    const before = text[at - 1] ?? " ";
    const after = text.slice(at + 1, at + 40);
    const escaped = matters(sign, before, after, next) || (sign === "[" && brackets);
    return escaped ? `\\${sign}` : sign;
  });
}

// A parenthesis behind a backslash could open or close a formula.
const ALL = /[\\`*_[\]<>&~$!]|(?<=\\)[()]/g;

function matters(
  sign: string,
  before: string,
  after: string,
  next: InlineJson | undefined,
): boolean {
  const following = after[0] ?? (next ? "x" : " ");
  switch (sign) {
    case "(":
    case ")":
      return true;
    case "[":
      return before === "\\" || /[?^]/.test(following);
    case "\\":
      return isAsciiPunctuation(following) || (after === "" && next !== undefined);
    case "`":
      return true;
    case "*":
      return !(isSpace(before) && isSpace(following));
    case "_":
      return !(isWord(before) && isWord(following)) && !(isSpace(before) && isSpace(following));
    case "<":
      return /[A-Za-z/!?]/.test(following);
    case "&":
      return /^#?[A-Za-z0-9]{1,32};/.test(after);
    case "~":
      return before === "~" || following === "~";
    case "$":
      return !isSpace(following) || !isSpace(before);
    case "!":
      return after === "" && next !== undefined;
    default:
      return false;
  }
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}_]/u.test(character);
}
