import { recordEvent } from "@/lib/data/audit";
import type { Transaction } from "@/lib/data/transaction";
import type { Actor, SpecStanding } from "@/lib/policy/actor";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { SPEC_TEMPLATES } from "../specs/spec-templates";

/** Rows of authority levels for a new spec: those of its text, else the usual ones. */
export function levelRows(levels: readonly AuthorityLevel[]) {
  const usual = SPEC_TEMPLATES[0].levels;
  if (levels.length === 0) return usual.map((level, rank) => ({ ...level, rank }));
  return levels.map((level, rank) => ({ ...level, rank, description: descriptionOf(level.key) }));
}

function descriptionOf(key: string): string {
  // The oldest releases of the Model Spec call the root level "platform".
  const known = key === "platform" ? "root" : key;
  return SPEC_TEMPLATES[0].levels.find((level) => level.key === known)?.description ?? "";
}

/**
 * Adds levels that a text uses and its spec does not have yet, below the others: where they belong is
 * for a person to decide. Who may not change the settings of the spec leaves them out.
 *
 * @returns Keys of the levels that were added.
 */
export async function addMissingLevels(
  tx: Transaction,
  actor: Actor,
  spec: SpecStanding & { id: string },
  levels: readonly AuthorityLevel[],
): Promise<string[]> {
  if (!canChangeSpecSettings(actor, spec)) return [];
  const present = await tx.authorityLevel.findMany({
    where: { specId: spec.id },
    orderBy: { rank: "asc" },
    select: { key: true },
  });
  const before = present.map(({ key }) => key);
  const missing = levels.filter(({ key }) => !before.includes(key));
  if (missing.length === 0) return [];
  await tx.authorityLevel.createMany({
    data: missing.map((level, index) => ({
      ...level,
      specId: spec.id,
      rank: before.length + index,
      description: descriptionOf(level.key),
    })),
  });
  const added = missing.map(({ key }) => key);
  await recordEvent(tx, {
    kind: "levels.changed",
    actorId: actor.id,
    specId: spec.id,
    payload: { before, after: [...before, ...added] },
  });
  return added;
}
