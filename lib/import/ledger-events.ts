import type { Change, Place } from "@/lib/diff/change";
import type { LedgerEvent } from "@/lib/spec/ledger";

/**
 * What a comparison says of ids, as the ledger remembers it. Sections that never had an id, and changes
 * that leave ids as they are, are none of its business.
 *
 * @param release The release that shows them first; null while they are only in a draft.
 */
export function ledgerEvents(changes: readonly Change[], release: string | null): LedgerEvent[] {
  const when = { release, revision: null };
  const gone = new Set<string>();
  const events = changes.flatMap((change): LedgerEvent[] => {
    const [from, to] = [change.from?.sectionId ?? null, change.to?.sectionId ?? null];
    switch (change.kind) {
      case "section.renamed": {
        const { before, after } = change;
        return before && after ? [{ kind: "renamed", from: before, to: after, ...when }] : [];
      }
      case "section.merged": {
        const sources = idsOf(change.sources).filter((id) => id !== to);
        sources.forEach((id) => gone.add(id));
        return to && sources.length > 0 ? [{ kind: "merged", from: sources, to, ...when }] : [];
      }
      case "section.split": {
        const targets = idsOf(change.targets);
        if (!from || targets.length === 0) return [];
        gone.add(from);
        return [{ kind: "split", from, to: targets, ...when }];
      }
      case "section.moved": {
        const parents = { from: change.from?.parentId ?? null, to: change.to?.parentId ?? null };
        return to ? [{ kind: "moved", id: to, ...parents, ...when }] : [];
      }
      case "section.removed": {
        const reason = release ? `No longer in ${release}.` : "Left out by an import.";
        return from ? [{ kind: "retired", id: from, reason, ...when }] : [];
      }
      default:
        return [];
    }
  });
  // What went into another section was not given up.
  return events.filter((event) => event.kind !== "retired" || !gone.has(event.id));
}

function idsOf(places: readonly Place[]): string[] {
  return places.flatMap(({ sectionId }) => sectionId ?? []);
}
