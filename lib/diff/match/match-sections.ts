import { nodeKey } from "../parts/content-key";
import type { SectionPart } from "../parts/section-part";
import { commonRuns } from "../text/common-run";
import { wordsKey } from "../text/tokens";
import type { Comparison } from "./comparison";
import { matchByContent } from "./match-sections-by-content";
import { matchByLedger, matchGivenAway } from "./match-sections-by-id";
import { pairBest, pairUnique, single, type Candidate, type Evidence } from "./pairing";

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
  matchGivenAway(comparison, pair({ how: "same text", confidence: 0.9 }));
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
