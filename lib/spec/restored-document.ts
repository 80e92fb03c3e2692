import type { BlockJson } from "./block-json";
import type { SpecDocument } from "./document";
import { documentParts, joinParts, partUid } from "./document-parts";
import type { LedgerEvent } from "./ledger";
import { ensureUids, type Mint } from "./uid";

export interface RestoreOptions {
  /** Restores only the section with this uid (without its subsections); null restores everything. */
  section: string | null;
  /** Uids of sections that shall stay as they are now: somebody is working on them. */
  keep: ReadonlySet<string>;
  mint: Mint;
}

/**
 * The document that restoring an earlier one gives. It goes forward: identities stay, the ledger keeps
 * what happened and gains the ids that come back, and authority levels, which are settings, stay.
 *
 * @param now The document as it is.
 * @param then The one to go back to.
 */
export function restoredDocument(
  now: SpecDocument,
  then: SpecDocument,
  { section, keep, mint }: RestoreOptions,
): SpecDocument {
  const current = documentParts(now);
  const earlier = documentParts(then);
  const sections =
    section === null
      ? mergeSections(current.sections, earlier.sections, keep)
      : replaceSection(current.sections, earlier.sections, section);
  const content = ensureUids(sections.flat(), mint);
  const whole = section === null;
  return {
    ...joinParts({ ...current, sections: [content] }),
    ...(whole ? { title: then.title, prompts: restoredPrompts(now, then, keep) } : {}),
    ledger: [...now.ledger, ...idsThatComeBack(now.content, content)],
  };
}

type Part = BlockJson[];

/** The sections of then, in their order, except those that shall stay as they are now. */
function mergeSections(now: Part[], then: Part[], keep: ReadonlySet<string>): Part[] {
  const current = new Map(now.map((part) => [partUid(part), part]));
  const merged = then.flatMap((part) => {
    const uid = partUid(part);
    if (!keep.has(uid)) return [part];
    const own = current.get(uid);
    // Somebody has just removed it.
    return own ? [own] : [];
  });
  const placed = new Set(then.map(partUid));
  now.forEach((part, index) => {
    const uid = partUid(part);
    if (keep.has(uid) && !placed.has(uid)) insertAfterNeighbour(merged, part, now.slice(0, index));
  });
  return merged;
}

function replaceSection(now: Part[], then: Part[], uid: string): Part[] {
  const place = then.findIndex((part) => partUid(part) === uid);
  const restored = then[place];
  if (!restored) return now;
  const here = now.findIndex((part) => partUid(part) === uid);
  if (here >= 0) return now.with(here, restored);
  const next = [...now];
  insertAfterNeighbour(next, restored, then.slice(0, place));
  return next;
}

/** Puts a part behind the nearest of those that stood before it. */
function insertAfterNeighbour(parts: Part[], part: Part, before: Part[]): void {
  const places = new Map(parts.map((each, index) => [partUid(each), index]));
  const neighbour = before.findLast((each) => places.has(partUid(each)));
  const at = neighbour ? places.get(partUid(neighbour))! + 1 : 0;
  parts.splice(at, 0, part);
}

function restoredPrompts(now: SpecDocument, then: SpecDocument, keep: ReadonlySet<string>) {
  const kept = (id: string) => keep.has(`prompts/${id}`);
  return [
    ...then.prompts.filter(({ id }) => !kept(id)),
    ...now.prompts.filter(({ id }) => kept(id)),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Sections that get another id by being restored: links to the id they had must find them. */
function idsThatComeBack(before: BlockJson[], after: BlockJson[]): LedgerEvent[] {
  const had = new Map(headings(before).map(({ attrs }) => [attrs.uid, attrs.id]));
  return headings(after).flatMap(({ attrs: { uid, id } }): LedgerEvent[] => {
    const from = had.get(uid);
    if (!from || !id || from === id) return [];
    return [{ kind: "renamed", from, to: id, release: null, revision: null }];
  });
}

const headings = (blocks: BlockJson[]) => blocks.filter((block) => block.type === "heading");
