import type { NodeJson } from "@/lib/spec/block-json";
import { holdersIn, type Layout, type SectionLayout } from "../match/layout";
import { nodeKey, sameNode } from "../parts/content-key";
import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import type { Side } from "../parts/side";
import { isUnit } from "../parts/unit-part";
import { commonRuns } from "../text/common-run";
import { namedBlocks, type NamedBlocks } from "./named-blocks";
import { tellTypography } from "./tell-units";
import type { Telling } from "./telling";

/**
 * Tells what nobody told: lists that were joined or cut, numbering, a heading in bold. So that the list is
 * complete: blocks that no change names are the same in both documents, in the same order.
 */
export function tellRest(layout: Layout, telling: Telling): void {
  const named = namedBlocks(telling.report.changes, holdersIn(layout));
  for (const row of layout.sections) {
    if (row.from && row.to) tellRestOfSection(row, named, telling);
  }
}

function tellRestOfSection(row: SectionLayout, named: NamedBlocks, telling: Telling): void {
  const { before, after } = telling.comparison;
  const left = unnamed(before, row.from!, named.from);
  const right = unnamed(after, row.to!, named.to);
  tellRestOfHeading(row, named, telling);
  const blockOf = (side: Side, index: number) => side.document.content[index] as NodeJson;
  const same =
    left.length === right.length &&
    left.every((index, at) => sameNode(blockOf(before, index), blockOf(after, right[at]!)));
  if (same) return;
  const numbers = new Map<number, number>();
  const numberOf = (index: number, side: Side) => {
    const key = nodeKey(blockOf(side, index));
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const a = left.map((index) => numberOf(index, before));
  const b = right.map((index) => numberOf(index, after));
  const lostLeft = new Set(left);
  const lostRight = new Set(right);
  for (const run of commonRuns(a, b)) {
    for (let i = 0; i < run.length; i++) {
      const [from, to] = [left[run.a + i]!, right[run.b + i]!];
      if (!sameNode(blockOf(before, from), blockOf(after, to))) continue;
      lostLeft.delete(from);
      lostRight.delete(to);
    }
  }
  const told = new Set<number>();
  for (const item of itemsIn(row.to!, lostRight)) {
    const from = item.partner ?? row.from!.items[0];
    if (!from || told.has(item.block)) continue;
    told.add(item.block);
    lostLeft.delete(from.block);
    tellForm(from, item, telling);
  }
  for (const item of itemsIn(row.from!, lostLeft)) {
    const to = item.partner ?? row.to!.items[0];
    if (to && lostLeft.delete(item.block)) tellForm(item, to, telling);
  }
}

/** The words are the same, what holds them is not: a list became two, a quote was opened around a text. */
function tellForm(from: ItemPart, to: ItemPart, telling: Telling): void {
  if (isUnit(from) && isUnit(to)) return tellTypography(from, to, telling);
  telling.report.add(
    "example.typography",
    {
      class: "typographic",
      from: telling.from.item(from),
      to: telling.to.item(to),
      before: titleOf(from),
      after: titleOf(to),
      contains: [],
      reordered: false,
    },
    [from, to],
  );
}

const titleOf = (item: ItemPart) => (isUnit(item) ? null : item.title);

function tellRestOfHeading(
  { from, to }: SectionLayout,
  named: NamedBlocks,
  telling: Telling,
): void {
  const old = from!.section?.heading;
  const now = to!.section?.heading;
  if (!old || !now || named.to.has(to!.headingBlock)) return;
  if (sameNode(old, now)) return;
  // The name of a whole level is told once; its clauses are not told one by one.
  const renamed = telling.levels.get(old.attrs.authority ?? "");
  if (renamed !== undefined && renamed === now.attrs.authority) return;
  const places = { from: telling.from.section(from!), to: telling.to.section(to!) };
  telling.report.add("section.attributes", { class: "typographic", ...places }, [from, to]);
}

function unnamed(side: Side, part: SectionPart, named: ReadonlySet<number>): number[] {
  const blocks = part.section?.blocks ?? [];
  const first = part.headingBlock + 1;
  const count = part.section ? blocks.length : preambleLength(side);
  return Array.from({ length: count }, (_, index) => first + index).filter(
    (index) => !named.has(index),
  );
}

const preambleLength = (side: Side) =>
  side.sections[1]?.headingBlock ?? side.document.content.length;

const itemsIn = (part: SectionPart, blocks: ReadonlySet<number>): ItemPart[] =>
  part.items.filter(({ block }) => blocks.has(block));
