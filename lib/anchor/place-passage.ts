import { findSameWords, findSimilarWords, type QuoteMatch } from "./find-quote";
import { notFound, type Placement, type PlacementGround, type PlacementState } from "./place";
import { clauseTarget } from "./place-clause";
import type { PlaceIndex } from "./place-index";
import type { Passage } from "./passages";
import { passageTarget } from "./quote-passage";
import { sameParent, sectionSuccessor, type Successor } from "./section-successor";
import type { PassageTarget } from "./target";

/** Fewer equal words than this, and it is another sentence. */
const LEAST_SIMILAR = 0.5;
/** Away from its block a passage must be much alike to count as the same one. */
const LEAST_SIMILAR_ELSEWHERE = 0.7;
/** Shorter quotes stand in many places by chance. */
const TELLING_LENGTH = 24;

export function placePassage(
  target: PassageTarget,
  before: PlaceIndex,
  after: PlaceIndex,
): Placement {
  const was = before.passagesOf.get(target.uid)?.find(({ part }) => part === target.part);
  const successor = was?.section ? sectionSuccessor(was.section, after) : null;
  const search: Search = { target, was, home: was?.section ?? null, successor, after };
  return (
    inItsBlock(search) ??
    sameWordsElsewhere(search) ??
    similarWordsElsewhere(search) ??
    clauseAlone(search) ??
    notFound(was ? 0.9 : 0.5)
  );
}

interface Search {
  target: PassageTarget;
  /** The passage it was quoted from. */
  was: Passage | undefined;
  /** The section it stood in, null for text before the first heading. */
  home: Passage["section"];
  successor: Successor | null;
  after: PlaceIndex;
}

function inItsBlock(search: Search): Placement | null {
  const { target, after } = search;
  const passage = after.passagesOf.get(target.uid)?.find(({ part }) => part === target.part);
  if (!passage) return null;
  const same = findSameWords(passage.search, target.quote);
  if (same) {
    // Of several equal words in one sentence, the surroundings tell which; else a person must.
    const confidence = same.ambiguous ? 0.6 : 1;
    return found(search, passage, same, "identity", confidence);
  }
  const similar = findSimilarWords(passage.search, target.quote, LEAST_SIMILAR);
  return similar && found(search, passage, similar, "similar words", similar.similarity);
}

function sameWordsElsewhere(search: Search): Placement | null {
  const { target, successor, after } = search;
  const home = successor ? after.passagesIn(successor.section) : [];
  for (const [passages, least] of [
    [home, 0],
    [after.passages, TELLING_LENGTH],
  ] as const) {
    if (target.quote.exact.length < least) continue;
    const hits = passages.flatMap((passage) => {
      const match = findSameWords(passage.search, target.quote);
      return match ? [{ passage, match, fit: fitOf(passage, match, search) }] : [];
    });
    hits.sort((a, b) => b.fit - a.fit);
    const [best, second] = hits;
    if (!best) continue;
    const sure = !best.match.ambiguous && best.fit > (second?.fit ?? -1);
    const confidence = sure ? 0.8 + 0.18 * best.match.context : 0.5;
    return found(search, best.passage, best.match, "words", confidence);
  }
  return null;
}

/** Surroundings tell equal words apart; a whole passage that is still the same tells more. */
function fitOf(passage: Passage, match: QuoteMatch, { was }: Search): number {
  const whole = was && was.search.folded.text === passage.search.folded.text ? 1 : 0;
  return match.context + whole + (was?.part === passage.part ? 0.01 : 0);
}

function similarWordsElsewhere(search: Search): Placement | null {
  const { target, successor, after } = search;
  const inClause = successor
    ? nearest(after.passagesIn(successor.section), target, LEAST_SIMILAR)
    : null;
  const far = target.quote.exact.length >= TELLING_LENGTH ? after.passages : [];
  const best = inClause ?? nearest(far, target, LEAST_SIMILAR_ELSEWHERE);
  if (!best) return null;
  const trust = best === inClause ? 0.9 : 0.8;
  return found(search, best.passage, best.match, "similar words", trust * best.match.similarity);
}

function nearest(passages: readonly Passage[], target: PassageTarget, least: number) {
  let best: { passage: Passage; match: QuoteMatch } | null = null;
  for (const passage of passages) {
    const match = findSimilarWords(passage.search, target.quote, best?.match.similarity ?? least);
    if (match && match.similarity > (best?.match.similarity ?? 0)) best = { passage, match };
  }
  return best;
}

/** The words are gone, the clause is not: a person says whether the thread is still about it. */
function clauseAlone({ successor }: Search): Placement | null {
  const target = successor && clauseTarget(successor.section);
  if (!target) return null;
  return { state: "changed", target, confidence: 0.3, found: "clause only" };
}

function found(
  { home, successor }: Search,
  passage: Passage,
  match: QuoteMatch,
  ground: PlacementGround,
  confidence: number,
): Placement {
  const stays =
    home && passage.section
      ? passage.section === successor?.section && sameParent(home, passage.section)
      : home === passage.section;
  const state: PlacementState = ground === "similar words" ? "changed" : stays ? "same" : "moved";
  const target = passageTarget(passage, match.start, match.end);
  return { state, target, confidence, found: ground };
}
