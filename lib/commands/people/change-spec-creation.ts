import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requirePerson } from "@/lib/data/people";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canGrantSpecCreation } from "@/lib/policy/person";
import { announceAccessChange } from "./announce-access-change";
import { Id } from "./fields";
import { requireFreshIdentity } from "./require-fresh-identity";

export const ChangeSpecCreation = z.object({ userId: Id, allowed: z.boolean() });
export type ChangeSpecCreation = z.infer<typeof ChangeSpecCreation>;

/**
 * Lets somebody create specs, or no longer. Specs that exist stay theirs.
 *
 * @throws IdentityNotConfirmed when the actor signed in too long ago.
 */
export async function changeSpecCreation(
  actor: Actor,
  input: ChangeSpecCreation,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const person = await requirePerson(tx, input.userId);
    if (!canGrantSpecCreation(actor, person)) {
      throw new Forbidden("say who creates specs", "Ask an administrator.");
    }
    requireFreshIdentity(actor, at);
    const { count } = await tx.user.updateMany({
      where: { id: person.id, specCreatorSince: input.allowed ? null : { not: null } },
      data: { specCreatorSince: input.allowed ? at : null },
    });
    if (count === 0) return;
    await recordEvent(tx, {
      kind: input.allowed ? "spec_creation.granted" : "spec_creation.withdrawn",
      actorId: actor.id,
      subjectId: person.id,
    });
    await announceAccessChange(tx, person.id);
  });
}
