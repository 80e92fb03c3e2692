import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireMember, requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canLeaveSpec, canRemoveMember, keepsAPublisher } from "@/lib/policy/member";
import { announceAccessChange } from "../people/announce-access-change";
import { Id } from "../people/fields";
import { requireFreshIdentity } from "../people/require-fresh-identity";

export const RemoveMember = z.object({ specId: Id, userId: Id });
export type RemoveMember = z.infer<typeof RemoveMember>;

/**
 * Takes a member out of a spec; for oneself this is leaving it.
 *
 * @throws Conflict when the spec would be left without a publisher.
 * @throws IdentityNotConfirmed when somebody else is removed and the sign-in is too old.
 */
export async function removeMember(actor: Actor, input: RemoveMember, at: Date): Promise<void> {
  const leaves = actor.id === input.userId;
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    const { member, members } = await requireMember(tx, spec.id, input.userId);
    const allowed = leaves ? canLeaveSpec(actor, spec) : canRemoveMember(actor, spec, member);
    if (!allowed) throw new Forbidden("remove this member");
    if (!leaves) requireFreshIdentity(actor, at);
    if (!keepsAPublisher(members, { userId: input.userId, role: null })) {
      throw new Conflict("This spec needs a publisher. Make somebody else publisher first.");
    }
    await tx.member.delete({ where: { specId_userId: { specId: spec.id, userId: input.userId } } });
    await recordEvent(tx, {
      kind: "member.removed",
      actorId: actor.id,
      subjectId: input.userId,
      specId: spec.id,
      payload: { role: member.role, left: leaves },
    });
    await announceAccessChange(tx, input.userId);
  });
}
