import type { Bag } from "../text/bag";
import { similarityOver, type WordWeight } from "../text/likeness";
import type { Candidate } from "./pairing";

interface Bagged {
  bag: Bag;
}

/** By how many of its rarest words a text looks for others, and in how many others one word may stand. */
const RAREST = 12;
const MOST_HOMES = 24;

/**
 * Pairs of texts that are alike, without weighing everything against everything: texts that have none of
 * their rarest words in common are never alike.
 */
export function similarPairs<P extends Bagged>(
  left: readonly P[],
  right: readonly P[],
  weight: WordWeight,
  least: number,
): Candidate<P>[] {
  const homes = homesByWord(right, weight);
  const candidates: Candidate<P>[] = [];
  for (const from of left) {
    const found = new Set(rarestWords(from.bag, weight).flatMap((word) => homes.get(word) ?? []));
    for (const to of found) {
      const score = similarityOver(least, from.bag, to.bag, weight);
      if (score > 0) candidates.push({ from, to, score });
    }
  }
  return candidates;
}

function homesByWord<P extends Bagged>(parts: readonly P[], weight: WordWeight): Map<number, P[]> {
  const homes = new Map<number, P[]>();
  for (const part of parts) {
    for (const word of rarestWords(part.bag, weight)) {
      const list = homes.get(word);
      if (!list) homes.set(word, [part]);
      else if (list.length < MOST_HOMES) list.push(part);
    }
  }
  return homes;
}

function rarestWords({ ids }: Bag, weight: WordWeight): number[] {
  return [...ids].sort((a, b) => weight.of(b) - weight.of(a)).slice(0, RAREST);
}
