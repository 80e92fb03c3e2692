import { resolve } from "@/lib/spec/ledger";
import type { Section } from "@/lib/spec/section-tree";
import { fold } from "./fold";
import type { PlaceIndex } from "./place-index";
import type { PlacementGround } from "./place";

/** The section that carries a section on, and why it is thought to. */
export interface Successor {
  section: Section;
  found: PlacementGround;
  /** From 0 to 1. */
  confidence: number;
}

/**
 * Which section of `after` is the one that `section` was: the same block, the same id, what the ledger
 * of ids says, or, when all these are silent, the only section of the same title.
 */
export function sectionSuccessor(section: Section, after: PlaceIndex): Successor | null {
  const same = section.uid === null ? undefined : after.sectionByUid.get(section.uid);
  if (same) return { section: same, found: "identity", confidence: 1 };
  if (section.id !== null) {
    const named = after.sectionById.get(section.id);
    if (named) return { section: named, found: "name", confidence: 0.97 };
    const { successors, trail } = resolve(after.ledger, section.id);
    const next = successors.flatMap((id) => after.sectionById.get(id) ?? []);
    if (trail.length > 0 && next[0]) {
      // Of a clause that was split or merged, nobody can say for certain which part was meant.
      return { section: next[0], found: "ledger", confidence: next.length === 1 ? 0.95 : 0.5 };
    }
  }
  const title = titleKey(section);
  const titled = title === "" ? [] : after.sections.filter((other) => titleKey(other) === title);
  return titled.length === 1 && titled[0]
    ? { section: titled[0], found: "title", confidence: 0.8 }
    : null;
}

/** Whether two sections stand under the same one. */
export function sameParent(before: Section, after: Section): boolean {
  const [a, b] = [before.parent, after.parent];
  if (!a || !b) return a === b;
  return (a.uid !== null && a.uid === b.uid) || (a.id !== null && a.id === b.id);
}

const titleKey = ({ title }: Section) => fold(title).text.trim().toLowerCase();
