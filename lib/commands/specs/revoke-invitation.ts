import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canRevokeInvitation } from "@/lib/policy/member";
import { canInviteAdministrator } from "@/lib/policy/person";
import { Id } from "../people/fields";

export const RevokeInvitation = z.object({ invitationId: Id });
export type RevokeInvitation = z.infer<typeof RevokeInvitation>;

/** Ends an invitation that nobody accepted yet. Revoking twice changes nothing. */
export async function revokeInvitation(
  actor: Actor,
  input: RevokeInvitation,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const invitation = await tx.invitation.findUnique({ where: { id: input.invitationId } });
    if (!invitation) throw new NotFound("such invitation");
    const allowed = invitation.specId
      ? canRevokeInvitation(actor, await requireSpec(tx, actor, { id: invitation.specId }))
      : canInviteAdministrator(actor);
    if (!allowed) throw new Forbidden("revoke this invitation");
    if (invitation.acceptedAt) {
      throw new Conflict("This invitation was accepted. Remove the member instead.");
    }
    if (invitation.revokedAt) return;
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at, revokedById: actor.id },
    });
    if (count === 0) throw new Conflict("This invitation was accepted a moment ago.");
    await recordEvent(tx, {
      kind: "invitation.revoked",
      actorId: actor.id,
      ...(invitation.specId ? { specId: invitation.specId } : {}),
      payload: { invitation: invitation.id },
    });
  });
}
