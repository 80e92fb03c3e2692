import { fold, type Folded } from "./fold";
import type { Quote } from "./target";

/** A place where a quote, or something like it, stands in a text. */
export interface QuoteMatch {
  start: number;
  end: number;
  /** 1 for the same words (typography aside), less the more words differ. */
  similarity: number;
  /** How much of what stood around the quote stands around it here, from 0 to 1. */
  context: number;
  /** Whether another place fits equally well. */
  ambiguous: boolean;
}

/** A text made ready for many searches. */
export interface SearchText {
  folded: Folded;
  words: readonly Word[];
  keys: ReadonlySet<string>;
}

export function searchText(text: string): SearchText {
  const folded = fold(text);
  const words = wordsOf(folded);
  return { folded, words, keys: new Set(words.map(({ key }) => key)) };
}

/** The place where the same words stand, typography aside; the one whose surroundings fit best. */
export function findSameWords(text: SearchText, quote: Quote): QuoteMatch | null {
  const { folded } = text;
  const needle = fold(quote.exact).text.trim();
  if (needle === "") return null;
  const found: QuoteMatch[] = [];
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    const context = contextAround(folded.text, at, end, quote);
    found.push({ ...inOriginal(folded, at, end), similarity: 1, context, ambiguous: false });
  }
  found.sort((a, b) => b.context - a.context);
  const [best, second] = found;
  return best
    ? { ...best, ambiguous: second !== undefined && second.context === best.context }
    : null;
}

/**
 * The run of words that is nearest to the quote: approximate matching by word edit distance, with the
 * ends of the text free (P. H. Sellers, "The theory and computation of evolutionary distances", 1980).
 *
 * @param least Similarity below which nothing is returned.
 */
export function findSimilarWords(text: SearchText, quote: Quote, least: number): QuoteMatch | null {
  const { words } = text;
  const wanted = wordsOf(fold(quote.exact));
  if (wanted.length === 0 || words.length === 0) return null;
  // Each word that does not stand in the text at all costs a change.
  const missing = wanted.filter(({ key }) => !text.keys.has(key)).length;
  if (1 - missing / wanted.length < least) return null;
  if (wanted.length * words.length > MOST_CELLS) return null;
  const { from, to, distance } = nearestRun(
    words.map(({ key }) => key),
    wanted.map(({ key }) => key),
  );
  const similarity = 1 - distance / wanted.length;
  const first = words[from];
  const last = words[to - 1];
  if (similarity < least || !first || !last) return null;
  return { start: first.start, end: last.end, similarity, context: 0, ambiguous: false };
}

/** Tens of milliseconds; a quote of a page in a text as long as a book is no passage. */
const MOST_CELLS = 4_000_000;

interface Word {
  key: string;
  start: number;
  end: number;
}

function wordsOf(folded: Folded): Word[] {
  return [...folded.text.matchAll(/[\p{L}\p{N}\p{M}']+/gu)].map((match) => ({
    key: match[0].toLowerCase(),
    ...inOriginal(folded, match.index, match.index + match[0].length),
  }));
}

function nearestRun(
  words: readonly string[],
  wanted: readonly string[],
): { from: number; to: number; distance: number } {
  // cost[i]: fewest changes that turn wanted[0..i] into a run ending here; begin[i]: where it starts.
  let cost = wanted.map((_, index) => index + 1);
  let begin = wanted.map(() => 0);
  let best = { from: 0, to: 0, distance: wanted.length };
  words.forEach((word, at) => {
    const nextCost: number[] = [];
    const nextBegin: number[] = [];
    for (let index = 0; index < wanted.length; index += 1) {
      const diagonal = index === 0 ? 0 : cost[index - 1]!;
      let least = diagonal + (word === wanted[index] ? 0 : 1);
      let from = index === 0 ? at : begin[index - 1]!;
      if (cost[index]! + 1 < least) [least, from] = [cost[index]! + 1, begin[index]!];
      if (index > 0 && nextCost[index - 1]! + 1 < least) {
        [least, from] = [nextCost[index - 1]! + 1, nextBegin[index - 1]!];
      }
      nextCost.push(least);
      nextBegin.push(from);
    }
    cost = nextCost;
    begin = nextBegin;
    const distance = cost.at(-1)!;
    if (distance < best.distance) best = { from: begin.at(-1)!, to: at + 1, distance };
  });
  return best;
}

function inOriginal(
  { origin }: Folded,
  start: number,
  end: number,
): { start: number; end: number } {
  // The end of the last character, not the begin of the next: folded white space stays outside.
  return { start: origin[start]!, end: origin[end - 1]! + 1 };
}

function contextAround(
  text: string,
  start: number,
  end: number,
  { prefix, suffix }: Quote,
): number {
  const before = fold(prefix).text;
  const after = fold(suffix).text;
  const all = before.length + after.length;
  if (all === 0) return start === 0 && end === text.length ? 1 : 0.5;
  return (sameEnd(text.slice(0, start), before) + sameBegin(text.slice(end), after)) / all;
}

function sameBegin(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sameEnd(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
