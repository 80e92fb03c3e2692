import { resolve } from "@/lib/spec/ledger";
import type { Section } from "@/lib/spec/section-tree";
import { notFound, type Placement } from "./place";
import type { PlaceIndex } from "./place-index";
import { sameParent, sectionSuccessor } from "./section-successor";
import type { ClauseTarget } from "./target";

export function placeClause(
  target: ClauseTarget,
  before: PlaceIndex,
  after: PlaceIndex,
): Placement {
  const section = findSection(target, before);
  if (!section) return notFound(0.5);
  const successor = sectionSuccessor(section, after);
  if (!successor) return notFound(isRetired(section, after) ? 1 : 0.9);
  const { section: next, found, confidence } = successor;
  return {
    state: stateOf(section, next, before, after),
    target: clauseTarget(next) ?? { ...target, id: next.id },
    confidence,
    found,
  };
}

/** The section as a target, null when its heading has no identity. */
export function clauseTarget({ uid, id }: Section): ClauseTarget | null {
  return uid === null ? null : { kind: "clause", uid, id };
}

function findSection({ uid, id }: ClauseTarget, index: PlaceIndex): Section | undefined {
  return index.sectionByUid.get(uid) ?? (id === null ? undefined : index.sectionById.get(id));
}

/** Words that differ weigh more than the place: a reader must look again at what was changed. */
function stateOf(section: Section, next: Section, before: PlaceIndex, after: PlaceIndex) {
  const reworded =
    before.wordsIn(section) !== after.wordsIn(next) || section.authority !== next.authority;
  if (reworded) return "changed";
  return sameParent(section, next) ? "same" : "moved";
}

function isRetired({ id }: Section, after: PlaceIndex): boolean {
  if (id === null) return false;
  const { successors, trail } = resolve(after.ledger, id);
  return trail.length > 0 && successors.length === 0;
}
