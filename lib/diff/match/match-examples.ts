import type { ExamplePart } from "../parts/example-part";
import type { SectionPart } from "../parts/section-part";
import { rarity, similarity, type WordWeight } from "../text/likeness";
import { wordsKey } from "../text/tokens";
import type { Comparison } from "./comparison";
import { pairBest, pairUnique, single, type Candidate, type Evidence } from "./pairing";

/** Below this two examples are two examples. */
const SAME_EXAMPLE = 0.55;
/** From how many words on a prompt speaks for itself, and how alike it must be. */
const LONG_PROMPT = 10;
const SAME_PROMPT = 0.75;
/** More pairs than this are not weighed one by one. */
const MOST_PAIRS = 60_000;

/**
 * Finds which example became which: by identity, the whole text, title, prompt, and place. What the
 * responses say does not count: they are rewritten while the case stays the same.
 */
export function matchExamples(comparison: Comparison): void {
  const { before, after, examples, identities } = comparison;
  matchExampleLists(before.examples, after.examples, identities, (from, to, evidence) =>
    examples.pair(from, to, evidence),
  );
}

/** The same for any two lists, as those of a prompts file. */
function matchExampleLists(
  before: readonly ExamplePart[],
  after: readonly ExamplePart[],
  identities: boolean,
  accept: (from: ExamplePart, to: ExamplePart, evidence: Evidence) => void,
): void {
  const pair = (evidence: Evidence) => (from: ExamplePart, to: ExamplePart) => {
    if (from.partner === null && to.partner === null) accept(from, to, evidence);
  };
  const left = () => single(before);
  const right = () => single(after);
  if (identities) {
    pairUnique(left(), right(), ({ uid }) => uid, pair({ how: "identity", confidence: 1 }));
  }
  // What has the same text has the same title and prompt; these cost less to compare.
  pairUnique(left(), right(), titleAndPrompt, pair({ how: "title", confidence: 1 }));
  pairUnique(left(), right(), ({ key }) => key, pair({ how: "same text", confidence: 1 }));
  pairSameTextInOrder(left(), right(), pair({ how: "same text", confidence: 0.95 }));
  pairUnique(left(), right(), titleIn, pair({ how: "title", confidence: 0.97 }));
  pairByLikeness(left(), right(), pair);
}

/** Copies of one example: those in partner sections first, then in order. */
function pairSameTextInOrder(
  left: readonly ExamplePart[],
  right: readonly ExamplePart[],
  pair: (from: ExamplePart, to: ExamplePart) => void,
): void {
  const byKey = new Map<number, ExamplePart[]>();
  for (const part of right) byKey.set(part.key, [...(byKey.get(part.key) ?? []), part]);
  for (const sameSection of [true, false]) {
    for (const part of left) {
      const other = byKey
        .get(part.key)
        ?.find((each) => each.partner === null && (!sameSection || areHome(part, each)));
      if (other && part.partner === null) pair(part, other);
    }
  }
}

const areHome = (from: ExamplePart, to: ExamplePart) => from.section.partner === to.section;

const titleAndPrompt = (part: ExamplePart) =>
  part.title === "" ? null : `${wordsKey(part.titleTokens)}/${part.prompt}`;

/** A title in its section; the section by its place in the document after. */
function titleIn(part: ExamplePart): string | null {
  return part.title === "" ? null : `${wordsKey(part.titleTokens)}/${sectionKey(part.section)}`;
}

function sectionKey(section: SectionPart): string {
  const { partner } = section;
  return partner ? [section.id, partner.id].sort().join("=") + pairNumber(section, partner) : "";
}

const pairNumber = (a: SectionPart, b: SectionPart) =>
  Math.min(a.index, b.index) * 1e6 + Math.max(a.index, b.index);

function pairByLikeness(
  left: readonly ExamplePart[],
  right: readonly ExamplePart[],
  pair: (evidence: Evidence) => (from: ExamplePart, to: ExamplePart) => void,
): void {
  if (left.length === 0 || right.length === 0) return;
  const weight = rarity([...left, ...right].map(({ promptBag }) => promptBag));
  const titleWeight = rarity([...left, ...right].map(titleBag));
  const candidates: Candidate<ExamplePart>[] = [];
  const weigh = (from: ExamplePart, to: ExamplePart) => {
    const score = likeness(from, to, weight, titleWeight);
    if (score >= SAME_EXAMPLE) candidates.push({ from, to, score });
  };
  if (left.length * right.length <= MOST_PAIRS) {
    for (const from of left) for (const to of right) weigh(from, to);
  } else {
    for (const [from, to] of pairsInCommon(left, right)) weigh(from, to);
  }
  pairBest(candidates, ({ from, to, score }) => {
    const how = from.hasTitleOf(to) && from.title !== "" ? "title" : "prompt";
    pair({ how, confidence: Math.min(0.97, 0.3 + score * 0.7) })(from, to);
  });
}

const titleBag = (part: ExamplePart) => part.bag;

/** 0 to 1: half the prompt, a third the title, the rest whether they stand in the same place. */
function likeness(
  from: ExamplePart,
  to: ExamplePart,
  weight: WordWeight,
  titleWeight: WordWeight,
): number {
  const sameTitle = from.hasTitleOf(to) && from.title !== "";
  const title = sameTitle ? 1 : similarity(titleBag(from), titleBag(to), titleWeight);
  const prompt =
    from.prompt === to.prompt
      ? Number(from.prompt !== "")
      : similarity(from.promptBag, to.promptBag, weight);
  const home = areHome(from, to) ? 1 : 0;
  // A title that is the same word for word is chosen on purpose, also when the prompt was written anew.
  const words = Math.min(from.promptBag.total, to.promptBag.total);
  // A long prompt that hardly changed is the same case, wherever it stands and whatever it is called.
  const told = words >= LONG_PROMPT && prompt >= SAME_PROMPT ? 0.4 + 0.25 * prompt : 0;
  const both = Math.max(told, 0.5 * prompt + 0.35 * title) + 0.15 * home;
  return sameTitle ? Math.max(both, 0.62 + 0.2 * prompt + 0.1 * home) : both;
}

function* pairsInCommon(
  left: readonly ExamplePart[],
  right: readonly ExamplePart[],
): Generator<[ExamplePart, ExamplePart]> {
  const keysOf = (part: ExamplePart) => [`t${wordsKey(part.titleTokens)}`, `p${part.prompt}`];
  const homes = new Map<string, ExamplePart[]>();
  for (const part of right) {
    for (const key of keysOf(part)) {
      const list = homes.get(key) ?? [];
      // A key that everything has tells nothing.
      if (list.length < 20) homes.set(key, [...list, part]);
    }
  }
  for (const part of left) {
    for (const other of new Set(keysOf(part).flatMap((key) => homes.get(key) ?? []))) {
      yield [part, other];
    }
  }
}
