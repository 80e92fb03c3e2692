import { resolve } from "@/lib/spec/ledger";
import { nodeKey } from "../parts/content-key";
import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import { isUnit } from "../parts/unit-part";
import { bagOf, joinBags, rarity, similarity, type Bag, type WordWeight } from "../text/bag";
import { commonRuns } from "../text/common-run";
import { wordsKey } from "../text/tokens";
import type { Comparison } from "./comparison";
import { pairBest, pairUnique, single, type Candidate, type Evidence } from "./pairing";

/** Below this two sections are two sections. */
const SAME_SECTION = 0.42;
/** Two clauses with other titles are one when they have at least this much of their words in common. */
const SAME_PROSE = 0.4;
/** More pairs than this are not weighed one by one; sections then need a text or title in common. */
const MOST_PAIRS = 40_000;

/**
 * Finds which section became which: by identity, id, ledger, title, then by what stands in them and where
 * they stand. Sections that were merged or split are told later, from where their texts went.
 */
export function matchSections(comparison: Comparison): void {
  const { before, after, sections, identities } = comparison;
  const pair = (evidence: Evidence) => (from: SectionPart, to: SectionPart) => {
    if (from.partner === null && to.partner === null) sections.pair(from, to, evidence);
  };
  pair({ how: "place", confidence: 1 })(before.sections[0]!, after.sections[0]!);
  const left = () => single(before.sections);
  const right = () => single(after.sections);
  if (identities) {
    const sure = pair({ how: "identity", confidence: 1 });
    pairUnique(left(), right(), ({ uid }) => uid, sure);
  }
  pairUnique(left(), right(), ({ id }) => id, pair({ how: "id", confidence: 1 }));
  matchByLedger(comparison);
  pairUnique(left(), right(), titleAndPlace, pair({ how: "title", confidence: 0.95 }));
  matchInOrder(left(), right(), wholeKey, pair({ how: "same text", confidence: 0.95 }));
  matchInOrder(left(), right(), recurringTitle, pair({ how: "title", confidence: 0.85 }));
  matchByContent(comparison);
  matchByChildren(comparison);
  noteRenamed(comparison);
}

/** Sections that are the same, or are called the same, and have no id of their own: the first is the first. */
function matchInOrder(
  left: readonly SectionPart[],
  right: readonly SectionPart[],
  keyOf: (part: SectionPart) => number,
  pair: (from: SectionPart, to: SectionPart) => void,
): void {
  for (const run of commonRuns(left.map(keyOf), right.map(keyOf))) {
    for (let i = 0; i < run.length; i++) pair(left[run.a + i]!, right[run.b + i]!);
  }
}

const wholeKey = ({ section, items }: SectionPart) =>
  items.reduce((key, item) => Math.imul(key ^ item.key, 31), nodeKey(section!.heading) | 0);

const recurringTitle = ({ id, titleTokens }: SectionPart) =>
  nodeKey({ type: id ?? "" }, wordsKey(titleTokens));

/** Titles like "Overview" or "Examples" recur; the chapter tells them apart. */
const titleAndPlace = ({ title, titleTokens, parent }: SectionPart) =>
  title === "" ? null : `${titleTokens.ids.join()}/${parent?.titleTokens.ids.join() ?? ""}`;

function matchByLedger({ before, after, sections }: Comparison): void {
  const follow = (
    from: readonly SectionPart[],
    to: readonly SectionPart[],
    ledger: Parameters<typeof resolve>[0],
    pair: (from: SectionPart, to: SectionPart) => void,
  ) => {
    const byId = new Map(single(to).map((part) => [part.id, part]));
    for (const part of single(from)) {
      if (part.id === null) continue;
      const { successors, trail } = resolve(ledger, part.id);
      const renamed =
        trail.length > 0 && trail.every(({ kind }) => kind === "renamed" || kind === "moved");
      const other = successors.length === 1 && renamed ? byId.get(successors[0]!) : undefined;
      if (other && other.partner === null) pair(part, other);
    }
  };
  const evidence: Evidence = { how: "ledger", confidence: 1 };
  follow(before.sections, after.sections, after.document.ledger, (from, to) =>
    sections.pair(from, to, evidence),
  );
  // Compared backwards, the older document is the one after, and knows nothing of what came later.
  follow(after.sections, before.sections, before.document.ledger, (to, from) =>
    sections.pair(from, to, evidence),
  );
}

function matchByContent(comparison: Comparison): void {
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

/** A chapter without words of its own is the chapter that has most of its sections. */
function matchByChildren({ before, sections }: Comparison): void {
  const candidates: Candidate<SectionPart>[] = [];
  for (const from of single(before.sections)) {
    const counts = new Map<SectionPart, number>();
    for (const child of from.children) {
      const parent = child.partner?.parent;
      if (parent && parent.partner === null) counts.set(parent, (counts.get(parent) ?? 0) + 1);
    }
    for (const [to, count] of counts) {
      const score = (2 * count) / (from.children.length + to.children.length);
      if (score > 0.5) candidates.push({ from, to, score });
    }
  }
  pairBest(candidates, ({ from, to, score }) =>
    sections.pair(from, to, { how: "children", confidence: Math.min(0.9, score) }),
  );
}

function noteRenamed({ before, renamed }: Comparison): void {
  for (const { id, partner } of before.sections) {
    if (id !== null && partner?.id && partner.id !== id) renamed.set(id, partner.id);
  }
}
