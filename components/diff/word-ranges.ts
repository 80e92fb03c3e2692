import type { WordPart } from "@/lib/diff/change";

/** A stretch of a text: from, up to and without. */
export type Range = [from: number, to: number];

/**
 * Where the words of one kind stand in a text. What is the same in both may be spelled otherwise here
 * (dashes, quotes, spaces), so it is stepped over by its letters.
 *
 * @param text The text before for "del", the text after for "ins".
 */
export function wordRanges(text: string, parts: readonly WordPart[], kind: "ins" | "del"): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.kind === "same") at = stepOver(text, at, part.text);
    else if (part.kind === kind) {
      const from = text.indexOf(part.text, at);
      if (from < 0) continue;
      ranges.push([from, from + part.text.length]);
      at = from + part.text.length;
    }
  }
  return ranges;
}

const LETTER = /[\p{L}\p{N}]/u;

function stepOver(text: string, at: number, same: string): number {
  if (text.startsWith(same, at)) return at + same.length;
  let left = 0;
  for (const sign of same) if (LETTER.test(sign)) left += 1;
  let end = at;
  while (left > 0 && end < text.length) {
    const sign = String.fromCodePoint(text.codePointAt(end)!);
    if (LETTER.test(sign)) left -= 1;
    end += sign.length;
  }
  return end;
}
