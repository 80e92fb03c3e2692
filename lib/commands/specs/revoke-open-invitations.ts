import { recordEvent } from "@/lib/data/audit";
import type { Transaction } from "@/lib/data/transaction";

/**
 * Ends every open invitation that somebody wrote, or that was written for an address, inside a
 * transaction: a link must not outlive the standing of the person behind it.
 */
export async function revokeOpenInvitations(
  tx: Transaction,
  which: { invitedById: string; administrator?: true } | { email: string },
  byId: string,
  at: Date,
): Promise<void> {
  const open = await tx.invitation.findMany({
    where: { ...which, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    select: { id: true, specId: true },
  });
  for (const { id, specId } of open) {
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at, revokedById: byId },
    });
    if (count === 0) continue;
    await recordEvent(tx, {
      kind: "invitation.revoked",
      actorId: byId,
      ...(specId ? { specId } : {}),
      payload: { invitation: id },
    });
  }
}
