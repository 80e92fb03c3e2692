import { z } from "zod";
import { transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";
import { ensureByline } from "./ensure-byline";
import { Organisation } from "../people/fields";

export const SaveByline = z.object({ showsName: z.boolean(), organisation: Organisation });
export type SaveByline = z.infer<typeof SaveByline>;

/** How one is named beside what one says in public, in all of it at once. */
export async function saveByline(actor: Actor, input: SaveByline): Promise<void> {
  return transaction(async (tx) => {
    await ensureByline(tx, actor.id);
    await tx.byline.update({ where: { userId: actor.id }, data: input });
  });
}
