import type { SectionPart } from "../parts/section-part";
import type { UnitPart } from "../parts/unit-part";
import { rarity, sureness, type WordWeight } from "../text/likeness";
import { commonRuns } from "../text/common-run";
import { alignGap } from "./align-gap";
import type { Comparison } from "./comparison";
import { gaps } from "./gaps";
import { pairBest, pairUnique, single, type Evidence } from "./pairing";
import { similarPairs } from "./similar-pairs";

/** A short text that stands in two sections is no move: "No." is said in many places. */
const WORDS_TO_MOVE = 6;
const WORDS_TO_MOVE_EDITED = 9;
/** How alike a text must be to be the same in another place. */
const SAME_ELSEWHERE = 0.62;

/**
 * Finds which unit became which. Same texts first, in their section and then anywhere; then texts that
 * are alike between the same neighbours; then texts that are alike elsewhere.
 */
export function matchUnits(comparison: Comparison): void {
  const { before, after, units, identities, renamed } = comparison;
  if (renamed.size > 0) for (const unit of before.units) unit.follow(renamed);
  const pair = (evidence: Evidence) => (from: UnitPart, to: UnitPart) => {
    if (from.partner === null && to.partner === null) units.pair(from, to, evidence);
  };
  if (identities) {
    const sure = pair({ how: "identity", confidence: 1 });
    pairUnique(before.units, after.units, ({ uid }) => uid, sure);
  }
  const homes = sectionPairs(before.sections);
  const same = pair({ how: "same text", confidence: 1 });
  for (const [from, to] of homes) matchSameText(from, to, ({ key }) => key, same);
  for (const [from, to] of homes) matchSameText(from, to, ({ wordsKey }) => wordsKey, same);
  matchSameElsewhere(comparison, pair({ how: "same text", confidence: 0.97 }));
  const left = single(before.units);
  const right = single(after.units);
  const weight = rarity([...left, ...right].map(({ bag }) => bag));
  for (const [from, to] of homes) matchBetweenNeighbours(from, to, weight, pair);
  matchAlikeInSection(homes, weight, pair);
  matchAlikeElsewhere(comparison, weight, pair);
}

function sectionPairs(sections: readonly SectionPart[]): [SectionPart, SectionPart][] {
  return sections.flatMap((from): [SectionPart, SectionPart][] =>
    from.partner ? [[from, from.partner]] : [],
  );
}

/** Texts with the same key in two sections: those in order first, then those out of order. */
function matchSameText(
  from: SectionPart,
  to: SectionPart,
  keyOf: (unit: UnitPart) => number,
  pair: (from: UnitPart, to: UnitPart) => void,
): void {
  const left = single(from.units);
  const right = single(to.units);
  if (left.length === 0 || right.length === 0) return;
  const numbers = new Map<number, number>();
  const numberOf = (unit: UnitPart) => {
    const key = keyOf(unit);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const a = left.map(numberOf);
  const b = right.map(numberOf);
  for (const run of commonRuns(a, b)) {
    for (let i = 0; i < run.length; i++) pair(left[run.a + i]!, right[run.b + i]!);
  }
  const waiting = new Map<number, UnitPart[]>();
  right.forEach((unit, index) => {
    if (unit.partner) return;
    const list = waiting.get(b[index]!);
    if (list) list.push(unit);
    else waiting.set(b[index]!, [unit]);
  });
  left.forEach((unit, index) => {
    const other = unit.partner ? undefined : waiting.get(a[index]!)?.shift();
    if (other) pair(unit, other);
  });
}

function matchSameElsewhere(
  { before, after }: Comparison,
  pair: (from: UnitPart, to: UnitPart) => void,
): void {
  const telling = (unit: UnitPart) => unit.bag.total >= WORDS_TO_MOVE;
  const left = single(before.units).filter(telling);
  const right = single(after.units).filter(telling);
  pairUnique(left, right, ({ wordsKey }) => wordsKey, pair);
}

function matchBetweenNeighbours(
  from: SectionPart,
  to: SectionPart,
  weight: WordWeight,
  pair: (evidence: Evidence) => (from: UnitPart, to: UnitPart) => void,
): void {
  for (const gap of gaps(from, to)) {
    for (const { from: a, to: b } of alignGap(gap, weight)) {
      const confidence = Math.min(0.99, 0.4 + sureness(a.bag, b.bag, weight) * 0.75);
      pair({ how: "content", confidence })(a, b);
    }
  }
}

function matchAlikeInSection(
  homes: readonly [SectionPart, SectionPart][],
  weight: WordWeight,
  pair: (evidence: Evidence) => (from: UnitPart, to: UnitPart) => void,
): void {
  for (const [from, to] of homes) {
    const left = single(from.units);
    const right = single(to.units);
    if (left.length === 0 || right.length === 0) continue;
    const candidates = similarPairs(left, right, weight, 0.5).filter(
      ({ from: unit }) => unit.bag.total >= 5,
    );
    pairBest(candidates, ({ from: a, to: b, score }) =>
      pair({ how: "content", confidence: Math.min(0.95, 0.3 + score * 0.7) })(a, b),
    );
  }
}

function matchAlikeElsewhere(
  { before, after }: Comparison,
  weight: WordWeight,
  pair: (evidence: Evidence) => (from: UnitPart, to: UnitPart) => void,
): void {
  const telling = (unit: UnitPart) => unit.bag.total >= WORDS_TO_MOVE_EDITED;
  const left = single(before.units).filter(telling);
  const right = single(after.units).filter(telling);
  if (left.length === 0 || right.length === 0) return;
  pairBest(similarPairs(left, right, weight, SAME_ELSEWHERE), ({ from, to, score }) =>
    pair({ how: "content", confidence: Math.min(0.9, 0.2 + score * 0.75) })(from, to),
  );
}
