import type { Change } from "@/lib/diff/change";
import type { BlockRow, SectionRow } from "@/lib/diff/document-diff";
import type { Section } from "@/lib/spec/section-tree";
import type { Comparison } from "./comparison";
import { passes, type DiffFilter } from "./diff-filter";

/** A stretch of a section: blocks to fold away, or one that changed. */
export type DiffItem =
  | { kind: "same"; rows: BlockRow[] }
  | { kind: "changed"; row: BlockRow; changes: Change[]; anchor: string };

/** A section in which something shows. */
export interface ShownSection {
  kind: "section";
  row: SectionRow;
  before: Section | null;
  after: Section | null;
  /** Of the section itself. */
  changes: Change[];
  anchor: string;
  items: DiffItem[];
}

/** Sections beside each other in which nothing shows. */
export interface QuietSections {
  kind: "quiet";
  rows: SectionRow[];
}

export interface DiffLayoutView {
  entries: (ShownSection | QuietSections)[];
  /** Where on the page each change shows. */
  anchorOf: ReadonlyMap<string, string>;
  /** Changes that pass the filter, in reading order. */
  shown: Change[];
  /** How many places one steps through with the keys. */
  stops: number;
}

/** Lays a comparison out for showing: what passes the filter in full, everything else folded. */
export function layOutDiff(comparison: Comparison, filter: DiffFilter): DiffLayoutView {
  const shown = comparison.diff.changes.filter((change) => passes(change, filter, comparison));
  const visible = new Set(shown.map(({ id }) => id));
  const anchorOf = new Map<string, string>();
  const entries: DiffLayoutView["entries"] = [];
  for (const row of comparison.diff.alignment.sections) {
    const section = shownSection(row, comparison, visible, anchorOf);
    if (section) entries.push(section);
    else {
      const last = entries.at(-1);
      if (last?.kind === "quiet") last.rows.push(row);
      else entries.push({ kind: "quiet", rows: [row] });
    }
  }
  const stops = entries.reduce((sum, entry) => sum + stopsIn(entry), 0);
  return { entries, anchorOf, shown, stops };
}

function stopsIn(entry: ShownSection | QuietSections): number {
  if (entry.kind === "quiet") return 0;
  const own = entry.changes.length > 0 ? 1 : 0;
  return own + entry.items.filter((item) => isStop(item, entry)).length;
}

/**
 * Whether the keys stop at a block. They do not where something left, for it shows at its new place; nor
 * in a section that is new or gone as a whole, whose heading is one stop.
 */
export function isStop(item: DiffItem, { row, changes }: ShownSection): boolean {
  if (item.kind === "same" || item.row.state === "left") return false;
  return changes.length === 0 || (row.from !== null && row.to !== null);
}

function shownSection(
  row: SectionRow,
  { changeById, before, after }: Comparison,
  visible: ReadonlySet<string>,
  anchorOf: Map<string, string>,
): ShownSection | null {
  const known = (ids: readonly string[]) =>
    ids.filter((id) => visible.has(id)).map((id) => changeById(id)!);
  const changes = known(row.changes);
  const items: DiffItem[] = [];
  for (const block of row.blocks) {
    const own = known(block.changes);
    const last = items.at(-1);
    if (own.length > 0) {
      const anchor = anchorFor(block, own);
      if (block.state !== "left") own.forEach(({ id }) => anchorOf.set(id, anchor));
      items.push({ kind: "changed", row: block, changes: own, anchor });
    } else if (block.state === "left" || block.to === null) continue;
    else if (last?.kind === "same") last.rows.push(block);
    else items.push({ kind: "same", rows: [block] });
  }
  if (changes.length === 0 && items.every(({ kind }) => kind === "same")) return null;
  const anchor = changes[0]?.id ?? `s-${row.to?.heading ?? `gone-${row.from?.heading}`}`;
  for (const { id } of changes) anchorOf.set(id, anchor);
  return {
    kind: "section",
    row,
    before: row.from && (before.sectionAt.get(row.from.heading) ?? null),
    after: row.to && (after.sectionAt.get(row.to.heading) ?? null),
    changes,
    anchor,
    items,
  };
}

/** A block that moved shows at both places; the one it left is named after the one it went to. */
const anchorFor = ({ state }: BlockRow, [first]: Change[]): string =>
  state === "left" ? `${first!.id}-from` : first!.id;
