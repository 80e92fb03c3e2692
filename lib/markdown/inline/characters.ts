/** Character classes of CommonMark, 2.1. */

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const UNICODE_PUNCTUATION = /[\p{P}\p{S}]/u;
const UNICODE_SPACE = /[\p{Zs}\t\n\f\r]/u;

export function isAsciiPunctuation(character: string): boolean {
  return ASCII_PUNCTUATION.test(character);
}

/** What stands before or after a run of `*`: the ends of a text count as white space. */
export type Neighbour = "space" | "punctuation" | "other";

export function neighbourOf(character: string | undefined): Neighbour {
  if (character === undefined || character === "" || UNICODE_SPACE.test(character)) return "space";
  return UNICODE_PUNCTUATION.test(character) ? "punctuation" : "other";
}

/** The whole code point that ends before, or starts at, a place in a text. */
export function codePointBefore(text: string, at: number): string | undefined {
  if (at <= 0) return undefined;
  const unit = text.charCodeAt(at - 1);
  const low = unit >= 0xdc00 && unit <= 0xdfff && at >= 2;
  return low ? text.slice(at - 2, at) : text[at - 1];
}

export function codePointAt(text: string, at: number): string | undefined {
  const point = text.codePointAt(at);
  return point === undefined ? undefined : String.fromCodePoint(point);
}

export interface Flanking {
  canOpen: boolean;
  canClose: boolean;
}

/** Whether a run of emphasis marks may open or close, by its neighbours (CommonMark 6.2). */
export function flanking(marker: string, before: Neighbour, after: Neighbour): Flanking {
  const left = after !== "space" && (after !== "punctuation" || before !== "other");
  const right = before !== "space" && (before !== "punctuation" || after !== "other");
  if (marker !== "_") return { canOpen: left, canClose: right };
  return {
    canOpen: left && (!right || before === "punctuation"),
    canClose: right && (!left || after === "punctuation"),
  };
}
