import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireMember, requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canChangeRole, keepsAPublisher } from "@/lib/policy/member";
import { ROLES } from "@/lib/policy/role";
import { announceAccessChange } from "../people/announce-access-change";
import { Id } from "../people/fields";
import { requireFreshIdentity } from "../people/require-fresh-identity";

export const ChangeRole = z.object({ specId: Id, userId: Id, role: z.enum(ROLES) });
export type ChangeRole = z.infer<typeof ChangeRole>;

/**
 * Gives a member another role. It holds from the next request on, and open connections hear of it.
 *
 * @throws Conflict when the spec would be left without a publisher.
 * @throws IdentityNotConfirmed when the actor signed in too long ago.
 */
export async function changeRole(actor: Actor, input: ChangeRole, at: Date): Promise<void> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    const { member, members } = await requireMember(tx, spec.id, input.userId);
    if (!canChangeRole(actor, spec, member)) throw new Forbidden("change this role");
    requireFreshIdentity(actor, at);
    if (member.role === input.role) return;
    if (!keepsAPublisher(members, input)) {
      throw new Conflict("This spec needs a publisher. Make somebody else publisher first.");
    }
    await tx.member.update({
      where: { specId_userId: { specId: spec.id, userId: input.userId } },
      data: { role: input.role },
    });
    await recordEvent(tx, {
      kind: "member.role_changed",
      actorId: actor.id,
      subjectId: input.userId,
      specId: spec.id,
      payload: { from: member.role, to: input.role },
    });
    await announceAccessChange(tx, input.userId);
  });
}
