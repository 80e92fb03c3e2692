import type { UnitPart } from "../parts/unit-part";
import type { Sentence } from "../text/sentences";
import type { Comparison } from "./comparison";

/** A sentence and the unit it stands in. */
class SentenceSpot {
  /** Its words and signs. */
  readonly ids: Int32Array;
  #distinct: Int32Array | null = null;

  constructor(
    readonly unit: UnitPart,
    readonly sentence: Sentence,
  ) {
    this.ids = unit.tokens.ids.subarray(sentence.from, sentence.to);
  }

  /** The same once each, in ascending order. Kept: a sentence is weighed against many others. */
  get distinct(): Int32Array {
    return (this.#distinct ??= distinct(this.ids));
  }
}

/** A sentence that left one unit and stands in another. */
export interface SentenceMove {
  from: SentenceSpot;
  to: SentenceSpot;
  confidence: number;
}

/** Signs and words; a shorter sentence is no evidence of a move. */
const FEWEST_TOKENS = 8;
const ALIKE = 0.85;
/** A word that more sentences have finds none of them. */
const MOST_HOMES = 8;

/**
 * Sentences that left one unit and stand in another: the same but for typography, then those that are
 * nearly the same, or that only got something before or behind them.
 *
 * @param related Whether a split or a merge already says that a text went from one unit to the other.
 */
export function matchSentences(
  { before, after }: Comparison,
  related: (from: UnitPart, to: UnitPart) => boolean,
): SentenceMove[] {
  const left = ownSentences(before.units);
  const right = ownSentences(after.units);
  const same = sameSentences(left, right);
  const taken = new Set(same.flatMap(({ from, to }) => [from, to]));
  const rest = (spots: readonly SentenceSpot[]) => spots.filter((spot) => !taken.has(spot));
  const moves = [...same, ...alikeSentences(rest(left), rest(right))];
  return moves.filter(({ from, to }) => !related(from.unit, to.unit));
}

/** Sentences of units whose partner does not have them too. */
function ownSentences(units: readonly UnitPart[]): SentenceSpot[] {
  return units.flatMap((unit) => {
    if (unit.source.prose === null || unit.unchanged) return [];
    if (unit.partner?.saysTheSame(unit)) return [];
    const shared = new Set(unit.partner ? unit.partner.sentences.map(({ fold }) => fold) : []);
    return unit.sentences
      .filter(({ fold, from, to }) => to - from >= FEWEST_TOKENS && !shared.has(fold))
      .map((sentence) => new SentenceSpot(unit, sentence));
  });
}

function sameSentences(
  left: readonly SentenceSpot[],
  right: readonly SentenceSpot[],
): SentenceMove[] {
  const homes = new Map<number, SentenceSpot[]>();
  for (const spot of right) {
    const list = homes.get(spot.sentence.fold);
    if (list) list.push(spot);
    else homes.set(spot.sentence.fold, [spot]);
  }
  return left.flatMap((from) => {
    const to = homes.get(from.sentence.fold)?.shift();
    return to ? [{ from, to, confidence: 1 }] : [];
  });
}

function alikeSentences(
  left: readonly SentenceSpot[],
  right: readonly SentenceSpot[],
): SentenceMove[] {
  const homes = homesByWord(right);
  const taken = new Set<SentenceSpot>();
  return left.flatMap((from) => {
    const near = new Set<SentenceSpot>();
    for (const id of from.ids) {
      const found = homes.get(id);
      if (found && found.length <= MOST_HOMES) for (const to of found) near.add(to);
    }
    let best: SentenceSpot | null = null;
    let bestScore = ALIKE;
    for (const to of near) {
      if (taken.has(to) || to.unit === from.unit.partner) continue;
      const score = likeness(from, to);
      if (score >= bestScore) [best, bestScore] = [to, score];
    }
    if (!best) return [];
    taken.add(best);
    return [{ from, to: best, confidence: 0.5 + bestScore * 0.45 }];
  });
}

/** Sentences by each of their words; lists are cut where they are too long to tell anything. */
function homesByWord(spots: readonly SentenceSpot[]): Map<number, SentenceSpot[]> {
  const homes = new Map<number, SentenceSpot[]>();
  for (const spot of spots) {
    for (const id of spot.ids) {
      const list = homes.get(id);
      if (!list) homes.set(id, [spot]);
      else if (list.length <= MOST_HOMES && list.at(-1) !== spot) list.push(spot);
    }
  }
  return homes;
}

/** What two sentences have in common of all that either has; one that holds the other is alike enough. */
function likeness(a: SentenceSpot, b: SentenceSpot): number {
  const [short, long] = a.ids.length <= b.ids.length ? [a.ids, b.ids] : [b.ids, a.ids];
  const score = short.length < long.length * ALIKE ? 0 : jaccard(a.distinct, b.distinct);
  return score < ALIKE && contains(long, short) ? ALIKE : score;
}

/** But for the stop at the end of the short one. */
function contains(long: Int32Array, short: Int32Array): boolean {
  const said = short.length - 1;
  if (said < FEWEST_TOKENS) return false;
  for (let at = 0; at + said <= long.length; at++) {
    let same = 0;
    while (same < said && short[same] === long[at + same]) same++;
    if (same === said) return true;
  }
  return false;
}

const distinct = (ids: Int32Array) =>
  ids
    .slice()
    .sort()
    .filter((id, index, all) => index === 0 || all[index - 1] !== id);

/** What two ascending rows of numbers have in common, of all that either has. */
function jaccard(a: Int32Array, b: Int32Array): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!];
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return common / (a.length + b.length - common);
}
