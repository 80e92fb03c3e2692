import type * as Y from "yjs";
import { isThere, lettersOf, type Words } from "./removed-content";

/**
 * Puts one's own letters of a removed text into its copy, each at its place.
 *
 * @returns False when the copy has them already: whoever made it had seen them.
 */
export function carryText(parts: readonly Words[], copy: Y.XmlText): boolean {
  const missing = missingWords(parts, lettersOf(copy, isThere));
  // From the end, so that places before stay right.
  for (const { at, words } of missing.toReversed()) copy.insert(at, words);
  return missing.length > 0;
}

interface Placed {
  at: number;
  words: string;
}

/** One's own letters that a copy lacks, and where they belong in it. */
export function missingWords(parts: readonly Words[], copy: string): Placed[] {
  const missing = copy === lettersIn(parts, false) ? parts : notCopied(parts, copy);
  const seen = lettersIn(missing, false);
  const change = common(seen, copy);
  const found: Placed[] = [];
  let at = 0;
  for (const { words, isMine } of missing) {
    if (isMine) found.push({ at: placeIn(copy, seen, at, change), words });
    else at += words.length;
  }
  return found;
}

/** Letters of a text, with or without one's own. */
const lettersIn = (parts: readonly Words[], withMine: boolean): string =>
  parts.map(({ words, isMine }) => (isMine && !withMine ? "" : words)).join("");

/** The same parts, with those that the copy holds already as letters that anybody saw. */
function notCopied(parts: readonly Words[], copy: string): Words[] {
  const whole = lettersIn(parts, true);
  const seen = lettersIn(parts, false);
  const { start, end } = common(whole, copy);
  let at = 0;
  return parts.map(({ words, isMine }) => {
    const from = at;
    at += words.length;
    const isCopied = at <= start || from >= whole.length - end;
    const isElsewhere = copy.includes(words) && !seen.includes(words);
    return { words, isMine: isMine && !isCopied && !isElsewhere };
  });
}

/** Where a place in the seen text is in the copy: before or behind what changed, else at its start. */
function placeIn(copy: string, seen: string, at: number, { start, end }: Common): number {
  if (at <= start) return at;
  return at >= seen.length - end ? at + copy.length - seen.length : start;
}

interface Common {
  start: number;
  end: number;
}

/** How many letters two texts share at their start and at their end. */
function common(a: string, b: string): Common {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { start, end };
}
