import {
  getClauseHistory,
  getWording,
  listReleasedWordings,
  type ClauseHistoryView,
  type ClauseVersionView,
} from "@/lib/data/clause-history";
import { sameContent } from "@/lib/diff/parts/content-key";
import type { PersonName } from "@/lib/data/revisions";
import type { Actor } from "@/lib/policy/actor";
import type { BlockJson } from "@/lib/spec/block-json";
import { specDocument, type SpecDocument } from "@/lib/spec/document";

/** A wording of a section at a moment: written in the draft, published, or both. */
export interface ClauseMoment {
  at: Date;
  /** The revision that has it; null for a release from before the draft. */
  number: number | null;
  fate: ClauseVersionView["fate"] | null;
  authority: string | null;
  releases: string[];
  people: PersonName[];
  /** Null where the section was removed. */
  blocks: BlockJson[] | null;
  document: SpecDocument | null;
}

export interface OpenedClause {
  clause: ClauseHistoryView;
  /** Oldest first. */
  moments: ClauseMoment[];
  writers: { person: PersonName; times: number }[];
}

/** The history of a section with its releases. @throws NotFound */
export async function openClause(actor: Actor, specId: string, id: string): Promise<OpenedClause> {
  const clause = await getClauseHistory(actor, specId, id);
  const [wordings, released] = await Promise.all([
    Promise.all(clause.versions.map(({ partId }) => (partId === null ? null : getWording(partId)))),
    listReleasedWordings(specId, clause),
  ]);
  const moments = clause.versions.map((version, index): ClauseMoment => {
    const wording = wordings[index] ?? null;
    const same = wording ? released.filter(({ blocks }) => sameContent(blocks, wording)) : [];
    return {
      at: version.at,
      number: version.number,
      fate: version.fate,
      authority: version.authority,
      releases: same.map(({ label }) => label),
      people: version.contributors,
      ...textOf(wording),
    };
  });
  for (const { label, publishedAt, authority, blocks } of released) {
    if (wordings.some((wording) => wording && sameContent(blocks, wording))) continue;
    const facts = { number: null, fate: null, authority, releases: [label], people: [] };
    moments.push({ at: publishedAt, ...facts, ...textOf(blocks) });
  }
  moments.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { clause, moments, writers: countWriters(clause) };
}

const textOf = (blocks: BlockJson[] | null) => ({
  blocks,
  document: blocks && specDocument({ content: blocks }),
});

function countWriters({ versions }: ClauseHistoryView): OpenedClause["writers"] {
  const byId = new Map<string, { person: PersonName; times: number }>();
  for (const person of versions.flatMap(({ contributors }) => contributors)) {
    const known = byId.get(person.id);
    if (known) known.times += 1;
    else byId.set(person.id, { person, times: 1 });
  }
  return [...byId.values()].sort((a, b) => b.times - a.times);
}
