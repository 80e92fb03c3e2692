import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import { isUnit, type UnitPart } from "../parts/unit-part";
import { heaviestIncreasing } from "../text/increasing";

/** Units without a partner that stand between the same two neighbours. */
export interface Gap {
  left: UnitPart[];
  right: UnitPart[];
}

/** Cuts two partner sections at what stands in both in the same order. Gaps with one side empty are left out. */
export function gaps(from: SectionPart, to: SectionPart): Gap[] {
  const anchors = anchorsIn(from, to);
  const found = new Map<number, Gap>();
  const put = (
    items: readonly ItemPart[],
    isAnchor: (item: ItemPart) => boolean,
    side: keyof Gap,
  ) => {
    let passed = 0;
    for (const item of items) {
      if (isAnchor(item)) passed++;
      else if (isUnit(item) && item.partner === null) {
        const gap = found.get(passed) ?? { left: [], right: [] };
        gap[side].push(item);
        found.set(passed, gap);
      }
    }
  };
  put(from.items, (item) => anchors.has(item), "left");
  put(to.items, (item) => item.partner !== null && anchors.has(item.partner), "right");
  return [...found.values()].filter(({ left, right }) => left.length > 0 && right.length > 0);
}

function anchorsIn(from: SectionPart, to: SectionPart): Set<ItemPart> {
  const places = new Map(to.items.map((item, index) => [item, index]));
  const shared = from.items.filter((item) => item.partner !== null && places.has(item.partner));
  const stays = heaviestIncreasing(
    shared.map((item) => places.get(item.partner!)!),
    (index) => shared[index]!.weight,
  );
  return new Set(shared.filter((_, index) => stays[index]));
}
