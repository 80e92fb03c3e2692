import type { SectionPart } from "../parts/section-part";
import { heaviestIncreasing } from "../text/increasing";

/** Sections that stayed under their parent but not in their order. */
export function reorderedSections(sections: readonly SectionPart[]): Set<SectionPart> {
  const byParent = new Map<SectionPart | null, SectionPart[]>();
  for (const part of sections) {
    if (!part.section || !part.partner || !sameParent(part, part.partner)) continue;
    const siblings = byParent.get(part.parent);
    if (siblings) siblings.push(part);
    else byParent.set(part.parent, [part]);
  }
  const found = new Set<SectionPart>();
  for (const siblings of byParent.values()) {
    const stays = heaviestIncreasing(
      siblings.map((part) => part.partner!.index),
      (index) => siblings[index]!.subtree().reduce((sum, each) => sum + each.weight + 1, 0),
    );
    siblings.forEach((part, index) => {
      if (!stays[index]) found.add(part);
    });
  }
  return found;
}

/** Whether both stand under the same section, whatever its name is now. */
export function sameParent(from: SectionPart, to: SectionPart): boolean {
  return from.parent === null ? to.parent === null : from.parent.partner === to.parent;
}
