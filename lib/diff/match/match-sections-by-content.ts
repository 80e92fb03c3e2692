import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import { isUnit } from "../parts/unit-part";
import { bagOf, joinBags, type Bag } from "../text/bag";
import { rarity, similarity, type WordWeight } from "../text/likeness";
import { wordsKey } from "../text/tokens";
import type { Comparison } from "./comparison";
import { pairBest, single, type Candidate } from "./pairing";

/** Below this two sections are two sections. */
const SAME_SECTION = 0.42;
/** Two clauses with other titles are one when they have at least this much of their words in common. */
const SAME_PROSE = 0.4;
/** More pairs than this are not weighed one by one; sections then need a text or title in common. */
const MOST_PAIRS = 40_000;

/** Sections that say the same things, whatever they are called. Also notes what came near: the rivals. */
export function matchByContent(comparison: Comparison): void {
  const left = single(comparison.before.sections);
  const right = single(comparison.after.sections);
  if (left.length === 0 || right.length === 0) return;
  const readings = new Map<SectionPart, SectionReading>();
  for (const part of [...left, ...right]) readings.set(part, readSection(part));
  const weight = rarity([...readings.values()].map(({ bag }) => bag));
  const candidates: Candidate<SectionPart>[] = [];
  const weigh = (from: SectionPart, to: SectionPart) => {
    const score = likeness(from, to, readings.get(from)!, readings.get(to)!, weight);
    if (score > SAME_SECTION / 2) candidates.push({ from, to, score });
  };
  if (left.length * right.length <= MOST_PAIRS) {
    for (const from of left) for (const to of right) weigh(from, to);
  } else {
    for (const [from, to] of pairsWithTextInCommon(left, right)) weigh(from, to);
  }
  noteRivals(comparison, candidates);
  pairBest(
    candidates.filter(({ score }) => score >= SAME_SECTION),
    ({ from, to, score }) =>
      comparison.sections.pair(from, to, {
        how: "content",
        confidence: Math.min(0.95, 0.35 + score * 0.6),
      }),
  );
}

interface SectionReading {
  bag: Bag;
  title: Bag;
  /** Without its examples. */
  prose: Bag;
  /** Weight of its texts by their key. */
  texts: Map<number, number>;
  total: number;
}

function readSection(part: SectionPart): SectionReading {
  const title = bagOf(part.titleTokens, part.lexicon);
  const texts = new Map(part.items.map((item) => [evidenceKey(item), item.weight]));
  return {
    bag: joinBags([title, ...part.items.map(({ bag }) => bag)]),
    title,
    prose: joinBags(part.units.map(({ bag }) => bag)),
    texts,
    total: [...texts.values()].reduce((sum, each) => sum + each, 0),
  };
}

/** An example is known by its title: what is in it may be rewritten. */
const evidenceKey = (item: ItemPart) =>
  isUnit(item) || item.title === "" ? item.key : wordsKey(item.titleTokens);

function likeness(
  from: SectionPart,
  to: SectionPart,
  a: SectionReading,
  b: SectionReading,
  weight: WordWeight,
): number {
  let shared = 0;
  for (const [key, size] of a.texts) if (b.texts.has(key)) shared += size;
  const texts = a.total + b.total === 0 ? 0 : (2 * shared) / (a.total + b.total);
  const words = similarity(a.bag, b.bag, weight);
  const title = similarity(a.title, b.title, weight);
  const parent = from.parent?.partner === (to.parent ?? undefined) ? 1 : 0;
  const score = 0.7 * Math.max(texts, words) + 0.2 * title + 0.1 * parent;
  // Examples find a new home when their clause is gone. What a clause says makes it the same clause.
  const says = similarity(a.prose, b.prose, weight);
  const speaks = a.prose.total + b.prose.total > 0;
  return speaks && says < SAME_PROSE && title < 0.5 ? Math.min(score, SAME_SECTION - 0.02) : score;
}

function* pairsWithTextInCommon(
  left: readonly SectionPart[],
  right: readonly SectionPart[],
): Generator<[SectionPart, SectionPart]> {
  const keysOf = ({ items, titleTokens }: SectionPart) => [
    ...items.map(evidenceKey),
    wordsKey(titleTokens),
  ];
  const homes = new Map<number, SectionPart>();
  for (const part of right) {
    for (const key of keysOf(part)) homes.set(key, part);
  }
  for (const part of left) {
    const found = new Set(keysOf(part).flatMap((key) => homes.get(key) ?? []));
    for (const other of found) yield [part, other];
  }
}

function noteRivals({ rivals }: Comparison, candidates: readonly Candidate<SectionPart>[]): void {
  for (const { from, to, score } of candidates) {
    for (const [part, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (score > (rivals.get(part)?.score ?? 0)) rivals.set(part, { part: other, score });
    }
  }
}
