import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";
import { requireSpec } from "./standing";

export interface LevelView {
  id: string;
  key: string;
  name: string;
  description: string;
  steerability: "fixed" | "explicit" | "implicit";
  colour: string;
  shape: string;
}

/** Authority levels of a spec, highest first. */
export async function listLevels(actor: Actor, specId: string): Promise<LevelView[]> {
  await requireSpec(db(), actor, { id: specId });
  return db().authorityLevel.findMany({
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
}
