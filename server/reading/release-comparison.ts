import type { SectionNews, Since } from "@/components/reading/reading-facts";
import type { Change } from "@/lib/diff/change";
import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree } from "@/lib/spec/section-tree";

/** What lies between two releases, section by section, seen from either side. */
export interface ReleaseComparison {
  /** By ids of the newer release: what is new in it. */
  inNewer: ReadonlyMap<string, SectionNews>;
  /** By ids of the older release: what became of it. */
  fromOlder: ReadonlyMap<string, SectionNews>;
  /** Ids of the newer release to those of the older one, null for what was added. */
  olderIdOf: (id: string) => string | null;
  newerIdOf: (id: string) => string | null;
  changed: number;
  added: number;
  removed: number;
  addedTitles: readonly string[];
  removedTitles: readonly string[];
}

/** What changed, summed up by section for readers; typography is left out. */
export function compareReleases(
  older: SpecDocument,
  newer: SpecDocument,
  changes: readonly Change[],
): ReleaseComparison {
  const ids = { older: idsOf(older), newer: idsOf(newer) };
  const renamed = changes.filter(({ kind }) => kind === "section.renamed");
  const toNewer = new Map(renamed.map(({ before, after }) => [before, after]));
  const toOlder = new Map(renamed.map(({ before, after }) => [after, before]));
  const newerIdOf = (id: string) => toNewer.get(id) ?? (ids.newer.has(id) ? id : null);
  const olderIdOf = (id: string) => toOlder.get(id) ?? (ids.older.has(id) ? id : null);
  const told = changes.filter((change) => change.class !== "typographic");
  const added = told.filter(({ kind }) => kind === "section.added");
  const removed = told.filter(({ kind }) => kind === "section.removed");
  const inNewer = bySection(told, "to", olderIdOf);
  return {
    inNewer,
    fromOlder: bySection(told, "from", newerIdOf),
    olderIdOf,
    newerIdOf,
    changed: [...inNewer.values()].filter(({ kind }) => kind === "changed").length,
    added: added.length,
    removed: removed.length,
    addedTitles: added.flatMap(({ after }) => after ?? []),
    removedTitles: removed.flatMap(({ before }) => before ?? []),
  };
}

/** The comparison with the release before, as a page of the newer one tells it. */
export function sinceBefore(label: string, comparison: ReleaseComparison): Since {
  const { inNewer, changed, added, removed, removedTitles } = comparison;
  return { label, bySection: inNewer, changed, added, removed, missingHere: removedTitles };
}

/** The comparison with the newest release, as a page of the older one tells it. */
export function untilLatest(label: string, comparison: ReleaseComparison): Since {
  const { fromOlder, changed, added, removed, addedTitles } = comparison;
  return { label, bySection: fromOlder, changed, added, removed, missingHere: addedTitles };
}

function bySection(
  changes: readonly Change[],
  side: "from" | "to",
  thereId: (id: string) => string | null,
): Map<string, SectionNews> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const id = change[side]?.sectionId;
    if (!id) continue;
    const group = groups.get(id);
    if (group) group.push(change);
    else groups.set(id, [change]);
  }
  return new Map(
    [...groups].map(([id, group]) => [
      id,
      { kind: kindOf(group), what: whatChanged(group), thereId: thereId(id) },
    ]),
  );
}

function kindOf(group: readonly Change[]): SectionNews["kind"] {
  if (group.some(({ kind }) => kind === "section.added")) return "added";
  return group.some(({ kind }) => kind === "section.removed") ? "removed" : "changed";
}

/** `authority, 2 paragraphs, 1 example` */
function whatChanged(group: readonly Change[]): string {
  if (group.some(({ kind }) => kind === "section.added" || kind === "section.removed")) return "";
  const has = (...kinds: Change["kind"][]) => group.some(({ kind }) => kinds.includes(kind));
  const top = group.filter(({ partOf }) => partOf === null);
  const units = top.filter(({ kind }) => kind.startsWith("unit.") || kind === "sentence.moved");
  const examples = new Set(
    group
      .filter(({ kind }) => /^(example|response|message)\./.test(kind))
      .map(({ to, from }) => to?.exampleUid ?? from?.exampleUid ?? to?.exampleTitle),
  );
  const parts = [
    has("section.authority") && "authority",
    has("section.retitled") && "title",
    has("section.renamed") && "id",
    has("section.moved", "section.reordered") && "place",
    units.length > 0 && count(units.length, "paragraph"),
    examples.size > 0 && count(examples.size, "example"),
    has("xref.added", "xref.removed", "link.added", "link.removed", "link.changed") && "links",
    has("marker.added", "marker.removed", "marker.moved") && "tests",
  ];
  return parts.filter((part) => part !== false).join(", ");
}

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;

const idsOf = ({ content }: SpecDocument) => new Set(sectionTree(content).byId.keys());
