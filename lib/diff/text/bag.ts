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
