import type { UnitPart } from "../parts/unit-part";
import { kinship, type WordWeight } from "../text/likeness";
import type { Gap } from "./gaps";
import type { Candidate } from "./pairing";
import { similarPairs } from "./similar-pairs";

/** Between the same neighbours less is needed to be the same text than elsewhere. */
const ALIKE = 0.3;
/** A lone text whose place was taken by another lone text. */
const ALONE = 0.2;
const MOST_PAIRS = 20_000;

/** Pairs units in order so that as much text as possible stays: a global alignment by likeness. */
export function alignGap({ left, right }: Gap, weight: WordWeight): Candidate<UnitPart>[] {
  if (left.length * right.length > MOST_PAIRS) {
    return similarPairs(left, right, weight, 0.5);
  }
  const likeness = left.map((from) => right.map((to) => likenessOf(from, to, weight)));
  const pairs = bestInOrder(likeness);
  if (pairs.length === 0 && left.length === 1 && right.length === 1) {
    const score = likeness[0]![0]!;
    return score >= ALONE ? [{ from: left[0]!, to: right[0]!, score }] : [];
  }
  return pairs.map(([i, j]) => ({ from: left[i]!, to: right[j]!, score: likeness[i]![j]! }));
}

function likenessOf(from: UnitPart, to: UnitPart, weight: WordWeight): number {
  const words = kinship(from.bag, to.bag, weight);
  if (from.form === to.form) return words;
  const literal = from.source.prose === null || to.source.prose === null;
  // Commentary that became a rule is another text in the eyes of a reader, unless its words say otherwise.
  return literal ? words * 0.5 : words - (from.commentary === to.commentary ? 0.05 : 0.15);
}

/** Pairs of indices, both ascending, with the greatest sum of what is above the threshold. */
function bestInOrder(likeness: readonly (readonly number[])[]): [number, number][] {
  const n = likeness.length;
  const m = likeness[0]?.length ?? 0;
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const gain = (i: number, j: number) => likeness[i]![j]! - ALIKE;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const skip = Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
      const take = gain(i, j) >= 0 ? best[i + 1]![j + 1]! + gain(i, j) + 0.01 : 0;
      best[i]![j] = Math.max(skip, take);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < n && j < m) {
    const taken = gain(i, j) >= 0 ? best[i + 1]![j + 1]! + gain(i, j) + 0.01 : -1;
    if (taken >= best[i + 1]![j]! && taken >= best[i]![j + 1]!) {
      pairs.push([i, j]);
      i++;
      j++;
    } else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
