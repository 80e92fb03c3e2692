import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import { heaviestIncreasing } from "../text/increasing";
import type { Comparison } from "./comparison";

/** The two documents as one text: everything that stands in either, in reading order. */
export interface Layout {
  sections: SectionLayout[];
}

export interface SectionLayout {
  from: SectionPart | null;
  to: SectionPart | null;
  items: ItemLayout[];
}

/**
 * What stands here: in both documents (`stays`), only after (`comes`) or only before (`goes`). A part that
 * moved comes in one place and goes in another.
 */
export interface ItemLayout {
  from: ItemPart | null;
  to: ItemPart | null;
  at: "stays" | "comes" | "goes";
}

/** Lays both documents over each other. What is gone stands behind what stood before it. */
export function layOut({ before, after }: Comparison): Layout {
  const behind = new Map<SectionPart | null, SectionPart[]>();
  let last: SectionPart | null = null;
  for (const part of before.sections) {
    if (part.partner) last = part.partner;
    else behind.set(last, [...(behind.get(last) ?? []), part]);
  }
  const sections: SectionLayout[] = [];
  const putGone = (key: SectionPart | null) => {
    for (const from of behind.get(key) ?? []) sections.push(layOutSection(from, null));
  };
  putGone(null);
  for (const to of after.sections) {
    sections.push(layOutSection(to.partner, to));
    putGone(to);
  }
  return { sections };
}

/** Lists, quotes, tables before and after that hold the same text. */
export function holdersIn({ sections }: Layout): [from: number, to: number][] {
  const pairs = new Map<string, [number, number]>();
  for (const { items } of sections) {
    for (const { from, to, at } of items) {
      if (at !== "stays" || from!.path.length + to!.path.length === 0) continue;
      pairs.set(`${from!.block} ${to!.block}`, [from!.block, to!.block]);
    }
  }
  return [...pairs.values()];
}

function layOutSection(from: SectionPart | null, to: SectionPart | null): SectionLayout {
  const stays = staying(from, to);
  const behind = new Map<ItemPart | null, ItemPart[]>();
  let last: ItemPart | null = null;
  for (const item of from?.items ?? []) {
    if (stays.has(item)) last = item;
    else behind.set(last, [...(behind.get(last) ?? []), item]);
  }
  const items: ItemLayout[] = [];
  const putGone = (key: ItemPart | null) => {
    for (const item of behind.get(key) ?? [])
      items.push({ from: item, to: item.partner, at: "goes" });
  };
  putGone(null);
  for (const item of to?.items ?? []) {
    const here = item.partner !== null && stays.has(item.partner);
    items.push({ from: item.partner, to: item, at: here ? "stays" : "comes" });
    if (here) putGone(item.partner);
  }
  return { from, to, items };
}

/** Items of a section that keep their order in its partner. */
function staying(from: SectionPart | null, to: SectionPart | null): Set<ItemPart> {
  if (!from || !to) return new Set();
  const places = new Map<ItemPart, number>(to.items.map((item, index) => [item, index]));
  const shared = from.items.filter((item) => item.partner !== null && places.has(item.partner));
  const stays = heaviestIncreasing(
    shared.map((item) => places.get(item.partner!)!),
    (index) => Math.min(shared[index]!.weight, shared[index]!.partner!.weight),
  );
  return new Set(shared.filter((_, index) => stays[index]));
}
