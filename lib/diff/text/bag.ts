import type { Lexicon } from "./lexicon";
import type { Tokens } from "./tokens";

/** The words of a text without order: ids that the forms of a word share, ascending, with how often. */
export interface Bag {
  ids: Int32Array;
  counts: Int32Array;
  /** How many words, repeats included. */
  total: number;
}

/** Signs are left out: everything has commas. */
export function bagOf({ ids }: Tokens, lexicon: Lexicon): Bag {
  const words = lexicon.scratch(0, ids.length);
  let total = 0;
  for (let index = 0; index < ids.length; index++) {
    const word = lexicon.base(ids[index]!);
    if (word >= 0) words[total++] = word;
  }
  return bagOfWords(words.subarray(0, total).sort());
}

export function joinBags(bags: readonly Bag[]): Bag {
  if (bags.length === 1) return bags[0]!;
  const total = bags.reduce((sum, bag) => sum + bag.total, 0);
  const words = new Int32Array(total);
  let at = 0;
  for (const { ids, counts } of bags) {
    for (let index = 0; index < ids.length; index++) {
      words.fill(ids[index]!, at, at + counts[index]!);
      at += counts[index]!;
    }
  }
  return bagOfWords(words.sort());
}

function bagOfWords(sorted: Int32Array): Bag {
  let distinct = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) distinct++;
  }
  const ids = new Int32Array(distinct);
  const counts = new Int32Array(distinct);
  let at = -1;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) ids[++at] = sorted[index]!;
    counts[at]!++;
  }
  return { ids, counts, total: sorted.length };
}

/** How much a word tells, by its id. */
export type WordWeight = (id: number) => number;

/** The weight of words that both have, and of each alone. */
function overlap(a: Bag, b: Bag, weight: WordWeight): { common: number; a: number; b: number } {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i]!;
    const right = b.ids[j]!;
    if (left === right) {
      common += Math.min(a.counts[i]!, b.counts[j]!) * weight(left);
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return { common, a: weightOf(a, weight), b: weightOf(b, weight) };
}

export function weightOf(bag: Bag, weight: WordWeight): number {
  let sum = 0;
  for (let i = 0; i < bag.ids.length; i++) sum += bag.counts[i]! * weight(bag.ids[i]!);
  return sum;
}

/** 0 (nothing in common) to 1 (the same words): Dice's coefficient over weighted words. */
export function similarity(a: Bag, b: Bag, weight: WordWeight): number {
  const { common, a: left, b: right } = overlap(a, b, weight);
  return left + right === 0 ? 0 : (2 * common) / (left + right);
}

/** The same, but a text that got longer by half still counts as itself when most of it is there. */
export function kinship(a: Bag, b: Bag, weight: WordWeight): number {
  const { common, a: left, b: right } = overlap(a, b, weight);
  if (left + right === 0) return 0;
  const dice = (2 * common) / (left + right);
  const enough = Math.min(a.total, b.total) >= 8;
  return enough ? Math.max(dice, (0.62 * common) / Math.min(left, right)) : dice;
}

/** The same, but a text to which something was added is still the same text. */
export function sureness(a: Bag, b: Bag, weight: WordWeight): number {
  const { common, a: left, b: right } = overlap(a, b, weight);
  const smaller = Math.min(left, right);
  if (smaller === 0) return 0;
  return Math.max((2 * common) / (left + right), (0.85 * common) / smaller);
}

/** Rare words tell more than frequent ones: the logarithm of how few of the texts have them. */
export function rarity(bags: Iterable<Bag>): WordWeight {
  const frequency = new Map<number, number>();
  let texts = 0;
  for (const bag of bags) {
    texts++;
    for (const id of bag.ids) frequency.set(id, (frequency.get(id) ?? 0) + 1);
  }
  return (id) => 0.15 + Math.log((texts + 2) / ((frequency.get(id) ?? 0) + 1));
}
