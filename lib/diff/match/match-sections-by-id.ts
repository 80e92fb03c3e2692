import { resolve } from "@/lib/spec/ledger";
import type { SectionPart } from "../parts/section-part";
import { sameWords } from "../text/tokens";
import type { Comparison } from "./comparison";
import { pairUnique, single, type Evidence } from "./pairing";

/** Characters of text below which a section that is the same elsewhere proves nothing. */
const LEAST_TEXT = 40;

/** Sections whose old id the ledger knows: what was renamed or moved, and to where. */
export function matchByLedger({ before, after, sections }: Comparison): void {
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

/**
 * An id that was given to another section: the section it meant stands under another id, title and text
 * the same word for word.
 */
export function matchGivenAway(
  { before, after }: Comparison,
  pair: (from: SectionPart, to: SectionPart) => void,
): void {
  const idsBefore = new Map(before.sections.map((part) => [part.id, part]));
  const idsAfter = new Map(after.sections.map((part) => [part.id, part]));
  const given = (part: SectionPart, there: ReadonlyMap<string | null, SectionPart>) => {
    const other = part.id === null ? undefined : there.get(part.id);
    return other !== undefined && part.title !== other.title && !sameTitle(part, other);
  };
  const left = single(before.sections).filter((part) => given(part, idsAfter));
  if (left.length === 0) return;
  const titles = new Set(left.map(titleOf));
  const right = single(after.sections).filter(
    (part) => titles.has(titleOf(part)) && (!idsBefore.has(part.id) || given(part, idsBefore)),
  );
  if (right.length === 0) return;
  pairUnique(left, right, titleAndText, pair);
}

const sameTitle = (a: SectionPart, b: SectionPart) => sameWords(a.titleTokens, b.titleTokens);

const titleOf = (part: SectionPart) => part.titleTokens.ids.join();

const titleAndText = (part: SectionPart) =>
  part.weight < LEAST_TEXT ? null : [titleOf(part), ...part.items.map(({ key }) => key)].join("/");
