import type { NodeJson } from "@/lib/spec/block-json";
import type { Alignment, BlockRow, PartRow, SectionRow, SectionSide } from "./document-diff";
import type { ItemLayout, Layout, SectionLayout } from "./match/layout";
import { sameNode } from "./parts/content-key";
import type { SectionPart } from "./parts/section-part";
import type { Side } from "./parts/side";
import type { Report } from "./tell/report";

/** How the two texts lie beside each other, with the changes at their places. */
export function align(layout: Layout, before: Side, after: Side, report: Report): Alignment {
  return {
    sections: layout.sections.map((row) => new SectionAligner(row, before, after, report).align()),
  };
}

class SectionAligner {
  constructor(
    private readonly row: SectionLayout,
    private readonly before: Side,
    private readonly after: Side,
    private readonly report: Report,
  ) {}

  align(): SectionRow {
    const { from, to } = this.row;
    const changes = union([this.report.about(from), this.report.about(to)]);
    const blocks = this.#blocks();
    return {
      from: from && sideOf(from),
      to: to && sideOf(to),
      changes,
      unchanged: changes.length === 0 && blocks.every(({ state }) => state === "same"),
      blocks,
    };
  }

  /** Rows of blocks: each block of the section after once, and what is gone behind what stood before it. */
  #blocks(): BlockRow[] {
    const groups: { from: number | null; to: number | null; items: ItemLayout[] }[] = [];
    const byTo = new Map<number, (typeof groups)[number]>();
    const byFrom = new Map<number, (typeof groups)[number]>();
    for (const item of this.row.items) {
      const to = item.at === "goes" ? null : item.to!.block;
      const from = item.at === "comes" ? null : item.from!.block;
      let group = (to === null ? undefined : byTo.get(to)) ?? undefined;
      if (!group && from !== null) {
        const candidate = byFrom.get(from);
        if (candidate && (to === null || candidate.to === null)) group = candidate;
      }
      if (!group) groups.push((group = { from: null, to: null, items: [] }));
      if (to !== null && group.to === null) byTo.set(to, group).get(to)!.to = to;
      if (from !== null && group.from === null && !byFrom.has(from)) {
        group.from = from;
        byFrom.set(from, group);
      }
      group.items.push(item);
    }
    return groups.map(({ from, to, items }) => this.#block(from, to, items));
  }

  #block(from: number | null, to: number | null, items: readonly ItemLayout[]): BlockRow {
    const parts = items.map((item) => this.#part(item));
    const changes = union(parts.map((part) => part.changes));
    const state = this.#state(from, to, parts);
    const single = items.length === 1 && items.every(isWhole);
    const [only] = items;
    if (single && only && state !== "same") {
      const sides = { from: only.from?.block ?? null, to: only.to?.block ?? null };
      return { state, ...sides, changes, parts: [] };
    }
    return { state, from, to, changes, parts: state === "same" ? [] : parts };
  }

  #state(from: number | null, to: number | null, parts: readonly PartRow[]): BlockRow["state"] {
    if (from !== null && to !== null) {
      const same = parts.every(({ state }) => state === "same") && this.#sameBlock(from, to);
      return same ? "same" : "changed";
    }
    const [first] = parts;
    return first && parts.every(({ state }) => state === first.state)
      ? first.state
      : to === null
        ? "removed"
        : "added";
  }

  #sameBlock(from: number, to: number): boolean {
    return sameNode(
      this.before.document.content[from] as NodeJson,
      this.after.document.content[to] as NodeJson,
    );
  }

  #part({ from, to, at }: ItemLayout): PartRow {
    const changes = union([this.report.about(from), this.report.about(to)]);
    const paths = { from: from && [...from.path], to: to && [...to.path] };
    if (at === "goes") return { state: to ? "left" : "removed", ...paths, changes };
    if (at === "comes") return { state: from ? "moved" : "added", ...paths, changes };
    return { state: changes.length === 0 ? "same" : "changed", ...paths, changes };
  }
}

const isWhole = ({ from, to }: ItemLayout) =>
  (from?.path.length ?? 0) === 0 && (to?.path.length ?? 0) === 0;

function sideOf(part: SectionPart): SectionSide {
  return {
    heading: part.headingBlock,
    id: part.id,
    uid: part.uid,
    title: part.title,
    number: part.section?.number.join(".") ?? "",
  };
}

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
