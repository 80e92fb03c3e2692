import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";
import { announceRecords } from "../review/announce-release";
import { PersonName } from "./fields";

export const ChangeName = z.object({ name: PersonName });
export type ChangeName = z.infer<typeof ChangeName>;

/** Changes the name that others see of the actor. The record says that it changed, not from what to what. */
export async function changeName(actor: Actor, input: ChangeName): Promise<void> {
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, erasedAt: null, name: { not: input.name } },
      data: { name: input.name },
    });
    if (count === 0) return;
    await recordEvent(tx, { kind: "person.renamed", actorId: actor.id, subjectId: actor.id });
    await announceRecords(tx);
  });
}
