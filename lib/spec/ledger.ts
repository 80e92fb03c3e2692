/**
 * The identity ledger: what became of the ids that sections and examples once had, so that an old
 * link, an old comment or an old approval finds the text that took its place.
 *
 * Events stand in the order they happened. `release` is the label of the first release that shows
 * the event, null while it is only in the draft.
 */
export type Ledger = LedgerEvent[];

export type LedgerEvent = { release: string | null; revision: string | null } & (
  | { kind: "renamed"; from: string; to: string }
  | { kind: "merged"; from: string[]; to: string }
  | { kind: "split"; from: string; to: string[] }
  | { kind: "moved"; id: string; from: string | null; to: string | null }
  | { kind: "retired"; id: string; reason: string }
);

/** What an old id means today. */
export interface Resolution {
  /** Ids that carry the text on, empty when it was retired. */
  successors: string[];
  /** The events that led there, oldest first. */
  trail: LedgerEvent[];
}

/**
 * Follows an id from the release it was read in to today.
 *
 * One pass in the order of time, so an id that was given away and came back is no endless loop. An id
 * that a section has today should be looked up first: the ledger does not know what exists.
 *
 * @param release The release in which the id was seen; events up to it are past. Without it the
 *   whole ledger counts.
 * @param releases All releases, oldest first: needed when nothing happened in `release` itself.
 */
export function resolve(
  ledger: Ledger,
  id: string,
  release?: string,
  releases: readonly string[] = [],
): Resolution {
  let current = new Set([id]);
  const trail: LedgerEvent[] = [];
  for (const event of ledger.slice(firstAfter(ledger, release, releases))) {
    const next = applied(event, current);
    if (!next) continue;
    trail.push(event);
    current = next;
  }
  return { successors: [...current], trail };
}

/** The ids that still mean something after the event, or null when it is about others. */
function applied(event: LedgerEvent, ids: Set<string>): Set<string> | null {
  const [before, after] = ends(event);
  if (!before.some((id) => ids.has(id))) return null;
  const next = new Set(ids);
  before.forEach((id) => next.delete(id));
  after.forEach((id) => next.add(id));
  return next;
}

function ends(event: LedgerEvent): [before: string[], after: string[]] {
  switch (event.kind) {
    case "renamed":
      return [[event.from], [event.to]];
    case "merged":
      return [event.from, [event.to]];
    case "split":
      return [[event.from], event.to];
    case "moved":
      return [[event.id], [event.id]];
    case "retired":
      return [[event.id], []];
  }
}

function firstAfter(
  ledger: Ledger,
  release: string | undefined,
  releases: readonly string[],
): number {
  if (release === undefined) return 0;
  const place = releases.indexOf(release);
  const past = new Set(place < 0 ? [release] : releases.slice(0, place + 1));
  return ledger.findLastIndex((event) => event.release !== null && past.has(event.release)) + 1;
}
