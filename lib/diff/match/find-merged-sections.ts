import type { SectionPart } from "../parts/section-part";
import type { Comparison } from "./comparison";

/** A section without a partner whose texts went into (or came out of) another. */
export interface Flow {
  /** Without a partner. */
  part: SectionPart;
  /** In the other document, with a partner. */
  into: SectionPart;
  /** How much of it went there, 0 to 1. */
  share: number;
}

/** Half of a section is most of it when the rest is gone. */
const MOST_OF_IT = 0.5;

/** Where the texts of sections went that have no partner: for merges from before, for splits from after. */
export function findMergedSections({ before, after }: Comparison): {
  merged: Flow[];
  split: Flow[];
} {
  return { merged: flows(before.sections), split: flows(after.sections) };
}

function flows(sections: readonly SectionPart[]): Flow[] {
  return sections.flatMap((part) => {
    if (part.partner !== null) return [];
    const flow = flowOfTexts(part) ?? flowOfChildren(part);
    return flow ? [flow] : [];
  });
}

function flowOfTexts(part: SectionPart): Flow | null {
  const sizes = new Map<SectionPart, number>();
  let total = 0;
  for (const item of part.items) {
    total += item.weight;
    const home = item.partner?.section;
    if (home) sizes.set(home, (sizes.get(home) ?? 0) + item.weight);
  }
  return best(part, sizes, total);
}

/** A chapter that had hardly words of its own went where its sections went. */
function flowOfChildren(part: SectionPart): Flow | null {
  const counts = new Map<SectionPart, number>();
  let total = 0;
  for (const child of part.children) {
    if (!child.partner) continue;
    total++;
    const home = child.partner.parent;
    // Sections that got a heading of their own above them, or lost it, are where they were.
    if (home && !isUnder(part, home.partner)) counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return total < 2 ? null : best(part, counts, total);
}

function isUnder(part: SectionPart, other: SectionPart | null): boolean {
  let above = part.parent;
  while (above && above !== other) above = above.parent;
  return above !== null;
}

function best(part: SectionPart, sizes: Map<SectionPart, number>, total: number): Flow | null {
  let found: Flow | null = null;
  for (const [into, size] of sizes) {
    const share = size / total;
    if (share >= MOST_OF_IT && into.partner !== null && share > (found?.share ?? 0)) {
      found = { part, into, share };
    }
  }
  return found;
}
