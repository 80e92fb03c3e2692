import type { Comparison } from "../match/comparison";
import type { ItemPart } from "../parts/item-part";
import type { UnitPart } from "../parts/unit-part";
import type { Sentence } from "../text/sentences";
import { tokenize } from "../text/tokens";
import { wordParts } from "../text/word-parts";
import { sure, type Report } from "./report";
import { classOfMove, type Telling } from "./telling";

interface SentenceSpot {
  unit: UnitPart;
  sentence: Sentence;
}

interface SentenceEvent {
  from: SentenceSpot;
  to: SentenceSpot;
  confidence: number;
}

/** Signs and words; a shorter sentence is no evidence of a move. */
const FEWEST_TOKENS = 8;
const ALIKE = 0.85;
/** Sentences that are alike but not equal are looked for only in this many. */
const MOST = 400;

/** Sentences that left one unit and stand in another, by the unit where they stand now. */
export function findMovedSentences(
  comparison: Comparison,
  related: (from: UnitPart, to: UnitPart) => boolean,
): Map<ItemPart, SentenceEvent[]> {
  const left = ownSentences(comparison.before.units);
  const right = ownSentences(comparison.after.units);
  const events = sameSentences(left, right);
  const taken = new Set(events.flatMap(({ from, to }) => [from, to]));
  const rest = (spots: readonly SentenceSpot[]) => spots.filter((spot) => !taken.has(spot));
  events.push(...alikeSentences(rest(left), rest(right)));
  const found = new Map<ItemPart, SentenceEvent[]>();
  for (const event of events) {
    if (related(event.from.unit, event.to.unit)) continue;
    found.set(event.to.unit, [...(found.get(event.to.unit) ?? []), event]);
  }
  return found;
}

/** Tells the sentences that came into one unit. */
export function tellSentences(events: readonly SentenceEvent[], telling: Telling): void {
  for (const { from, to, confidence } of events) {
    const crossed = from.unit.commentary !== to.unit.commentary;
    const tokens = (text: string) => tokenize(text, telling.comparison.lexicon, true);
    const { text: before } = from.sentence;
    const { text: after } = to.sentence;
    telling.report.add(
      "sentence.moved",
      {
        class: crossed ? "normative" : classOfMove(from.unit.section, to.unit.section, telling),
        from: telling.from.item(from.unit),
        to: telling.to.item(to.unit),
        before,
        after,
        within: from.unit.section.partner === to.unit.section,
        parts: confidence === 1 ? [] : wordParts(tokens(before), tokens(after)),
        confidence: sure(confidence),
      },
      [from.unit, to.unit],
    );
  }
}

/**
 * A text that is gone (or new) all of whose sentences stand in (or came from) other texts: that it is gone
 * is part of the moves.
 */
export function foldMovedWhole(
  events: ReadonlyMap<ItemPart, readonly SentenceEvent[]>,
  report: Report,
): void {
  const all = [...events.values()].flat();
  for (const [side, kind] of [
    ["from", "unit.removed"],
    ["to", "unit.added"],
  ] as const) {
    const moved = new Map<UnitPart, Set<Sentence>>();
    for (const { [side]: spot } of all) {
      moved.set(spot.unit, (moved.get(spot.unit) ?? new Set<Sentence>()).add(spot.sentence));
    }
    for (const [unit, sentences] of moved) {
      if (unit.partner !== null || sentences.size < unit.sentences.length) continue;
      const about = report.listAbout(unit);
      const move = about.find((change) => change.kind === "sentence.moved");
      for (const change of about) {
        if (change.kind === kind && move) change.partOf ??= move.id;
      }
    }
  }
}

/** Sentences of units whose partner does not have them too. */
function ownSentences(units: readonly UnitPart[]): SentenceSpot[] {
  return units.flatMap((unit) => {
    if (unit.source.prose === null || unit.unchanged) return [];
    if (unit.partner?.saysTheSame(unit)) return [];
    const shared = new Set(unit.partner ? unit.partner.sentences.map(({ fold }) => fold) : []);
    return unit.sentences
      .filter(({ fold, from, to }) => to - from >= FEWEST_TOKENS && !shared.has(fold))
      .map((sentence) => ({ unit, sentence }));
  });
}

function sameSentences(
  left: readonly SentenceSpot[],
  right: readonly SentenceSpot[],
): SentenceEvent[] {
  const homes = new Map<string, SentenceSpot[]>();
  for (const spot of right) {
    const list = homes.get(spot.sentence.fold);
    if (list) list.push(spot);
    else homes.set(spot.sentence.fold, [spot]);
  }
  const events: SentenceEvent[] = [];
  for (const from of left) {
    const to = homes.get(from.sentence.fold)?.shift();
    if (to) events.push({ from, to, confidence: 1 });
  }
  return events;
}

function alikeSentences(
  left: readonly SentenceSpot[],
  right: readonly SentenceSpot[],
): SentenceEvent[] {
  if (left.length > MOST || right.length > MOST) return [];
  const words = new Map<SentenceSpot, Int32Array>();
  for (const spot of [...left, ...right]) words.set(spot, distinctWords(spot));
  const taken = new Set<SentenceSpot>();
  return left.flatMap((from) => {
    let best: SentenceSpot | null = null;
    let bestScore = ALIKE;
    for (const to of right) {
      if (taken.has(to) || to.unit === from.unit.partner) continue;
      const score = contains(from, to) ? ALIKE : jaccard(words.get(from)!, words.get(to)!);
      if (score >= bestScore) [best, bestScore] = [to, score];
    }
    if (!best) return [];
    taken.add(best);
    return [{ from, to: best, confidence: 0.5 + bestScore * 0.45 }];
  });
}

/** Whether one of the two is the other with something before or behind it, but for the stop at its end. */
function contains(a: SentenceSpot, b: SentenceSpot): boolean {
  const [short, long] = [idsOf(a), idsOf(b)].sort((x, y) => x.length - y.length) as [
    Int32Array,
    Int32Array,
  ];
  const said = short.subarray(0, -1);
  if (said.length < FEWEST_TOKENS) return false;
  for (let at = 0; at + said.length <= long.length; at++) {
    let same = 0;
    while (same < said.length && said[same] === long[at + same]) same++;
    if (same === said.length) return true;
  }
  return false;
}

const idsOf = ({ unit, sentence }: SentenceSpot) =>
  unit.tokens.ids.subarray(sentence.from, sentence.to);

function distinctWords({ unit, sentence }: SentenceSpot): Int32Array {
  return unit.tokens.ids
    .slice(sentence.from, sentence.to)
    .sort()
    .filter((id, index, all) => index === 0 || all[index - 1] !== id);
}

/** What two ascending rows of numbers have in common, of all that either has. */
function jaccard(a: Int32Array, b: Int32Array): number {
  if (Math.min(a.length, b.length) < Math.max(a.length, b.length) * ALIKE) return 0;
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
