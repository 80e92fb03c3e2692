import type { Actor } from "@/lib/policy/actor";
import { LEVEL_COLOURS, LEVEL_SHAPES, type LevelStyle, NO_LEVEL } from "@/lib/spec/level-style";
import { db } from "./db";
import { requireSpec } from "./standing";

export interface LevelView extends LevelStyle {
  id: string;
  key: string;
  name: string;
  description: string;
  steerability: "fixed" | "explicit" | "implicit";
}

/** Authority levels of a spec, highest first. */
export async function listLevels(actor: Actor, specId: string): Promise<LevelView[]> {
  await requireSpec(db(), actor, { id: specId });
  const levels = await db().authorityLevel.findMany({
    where: { specId },
    orderBy: { rank: "asc" },
    select: {
      id: true,
      key: true,
      name: true,
      description: true,
      steerability: true,
      colour: true,
      shape: true,
    },
  });
  return levels.map((level) => ({ ...level, ...knownStyle(level) }));
}

/** A look that a later version removed must not break the pages of a spec that uses it. */
export function knownStyle({ colour, shape }: { colour: string; shape: string }): LevelStyle {
  return {
    colour: LEVEL_COLOURS.find((known) => known === colour) ?? NO_LEVEL.colour,
    shape: LEVEL_SHAPES.find((known) => known === shape) ?? NO_LEVEL.shape,
  };
}
