import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import { Id } from "../people/fields";
import { LEVEL_COLOURS, LEVEL_SHAPES } from "@/lib/spec/level-style";
import { announceRelease } from "../review/announce-release";

const Level = z.object({
  /** Absent for a new level. */
  id: Id.optional(),
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, "A key is a short lower-case word such as guideline."),
  name: z.string().trim().min(1, "Give the level a name.").max(40, "At most 40 characters."),
  description: z.string().trim().max(280, "At most 280 characters."),
  steerability: z.enum(["fixed", "explicit", "implicit"]),
  colour: z.enum(LEVEL_COLOURS),
  shape: z.enum(LEVEL_SHAPES),
});

export const SaveLevels = z.object({
  specId: Id,
  /** All levels, highest first. A level that is left out is removed. */
  levels: z.array(Level).min(1, "A spec has at least one level.").max(12, "At most 12 levels."),
});
export type SaveLevels = z.infer<typeof SaveLevels>;

/**
 * Replaces the authority levels of a spec. A level keeps its id when its key or name changes, so that
 * a renamed level is known as such and clauses do not seem to move from one level to another.
 *
 * @throws Conflict when two levels share a key or a level was removed by someone else meanwhile.
 */
export async function saveLevels(actor: Actor, input: SaveLevels): Promise<void> {
  requireDistinctKeys(input.levels);
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canChangeSpecSettings(actor, spec)) throw new Forbidden("change this spec's levels");
    const before = await tx.authorityLevel.findMany({
      where: { specId: spec.id },
      orderBy: { rank: "asc" },
    });
    const known = new Set(before.map(({ id }) => id));
    if (input.levels.some(({ id }) => id !== undefined && !known.has(id))) {
      throw new Conflict("Somebody else changed the levels meanwhile. Reload to see theirs.");
    }
    const kept = input.levels.flatMap(({ id }) => id ?? []);
    await tx.authorityLevel.deleteMany({ where: { specId: spec.id, id: { notIn: kept } } });
    // Keys are unique per spec; two levels may swap theirs, so they step aside first.
    for (const id of kept)
      await tx.authorityLevel.update({ where: { id }, data: { key: `~${id}` } });
    for (const [rank, { id, ...level }] of input.levels.entries()) {
      if (id) await tx.authorityLevel.update({ where: { id }, data: { ...level, rank } });
      else await tx.authorityLevel.create({ data: { ...level, rank, specId: spec.id } });
    }
    await announceRelease(tx, spec.id);
    await recordEvent(tx, {
      kind: "levels.changed",
      actorId: actor.id,
      specId: spec.id,
      payload: {
        before: before.map(({ key }) => key),
        after: input.levels.map(({ key }) => key),
      },
    });
  });
}

function requireDistinctKeys(levels: SaveLevels["levels"]): void {
  const seen = new Set<string>();
  for (const [index, { key }] of levels.entries()) {
    const words = `Two levels have the key ${key}. Give one of them another.`;
    if (seen.has(key)) throw new Conflict(words, { [`levels.${index}.key`]: words });
    seen.add(key);
  }
}
