import { sameNode } from "../parts/content-key";
import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import { isUnit } from "../parts/unit-part";
import type { Comparison } from "./comparison";
import type { Evidence } from "./pairing";

/**
 * Pairs what did not change at the beginning and at the end of each section: most of most documents, and
 * all of a section that is the same. What stands between is for closer looks, which cost more.
 */
export function matchSteady(comparison: Comparison): void {
  for (const from of comparison.before.sections) {
    if (from.partner) matchSection(from, from.partner, comparison);
  }
}

function matchSection(from: SectionPart, to: SectionPart, comparison: Comparison): void {
  const [left, right] = [from.items, to.items];
  let head = 0;
  while (pairIfSame(left[head], right[head], comparison)) head++;
  let tail = 1;
  while (pairIfSame(left[left.length - tail], right[right.length - tail], comparison)) tail++;
}

const SURE: Evidence = { how: "same text", confidence: 1 };

function pairIfSame(
  from: ItemPart | undefined,
  to: ItemPart | undefined,
  { units, examples }: Comparison,
): boolean {
  if (!from || !to || from.partner || to.partner) return false;
  if (isUnit(from)) {
    if (!isUnit(to) || from.source.shape !== to.source.shape) return false;
    if (!sameNode(from.source.node, to.source.node)) return false;
    units.pair(from, to, SURE);
    return true;
  }
  if (isUnit(to) || !sameNode(from.node, to.node)) return false;
  examples.pair(from, to, SURE);
  return true;
}
