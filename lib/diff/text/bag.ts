import type { Lexicon } from "./lexicon";
import type { Tokens } from "./tokens";

/** The words of a text without order: ids of lower-case words, ascending, with how often. */
export interface Bag {
  ids: Int32Array;
  counts: Int32Array;
  /** How many words, repeats included. */
  total: number;
}

/** Signs are left out: everything has commas. */
export function bagOf(tokens: Tokens, lexicon: Lexicon): Bag {
  const words: number[] = [];
  for (const id of tokens.ids) {
    const word = lexicon.lower(id);
    if (word >= 0) words.push(word);
  }
  return bagOfWords(Int32Array.from(words).sort());
}

export function joinBags(bags: readonly Bag[]): Bag {
  const total = bags.reduce((sum, bag) => sum + bag.total, 0);
  const words = new Int32Array(total);
  let at = 0;
  for (const bag of bags) {
    bag.ids.forEach((id, index) => {
      words.fill(id, at, at + bag.counts[index]!);
      at += bag.counts[index]!;
    });
  }
  return bagOfWords(words.sort());
}

function bagOfWords(sorted: Int32Array): Bag {
  const ids: number[] = [];
  const counts: number[] = [];
  for (const id of sorted) {
    if (ids.length > 0 && ids.at(-1) === id) counts[counts.length - 1]!++;
    else {
      ids.push(id);
      counts.push(1);
    }
  }
  return { ids: Int32Array.from(ids), counts: Int32Array.from(counts), total: sorted.length };
}

/** How much a word tells, by its id. */
export type WordWeight = (id: number) => number;

/** The weight of words that both have, and of each alone. */
export function overlap(
  a: Bag,
  b: Bag,
  weight: WordWeight,
): { common: number; a: number; b: number } {
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
