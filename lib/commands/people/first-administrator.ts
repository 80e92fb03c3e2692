import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { hashSecret, newSecret } from "./secret-link";

const HOURS_OPEN = 24;

/**
 * A one-time invitation for the first administrator of a new installation. An earlier one that nobody
 * used is replaced, so that a link left in an old log opens nothing.
 *
 * @returns The path of the link, or null when the installation has an administrator.
 */
export async function firstAdministratorLink(at: Date = new Date()): Promise<string | null> {
  return transaction(async (tx) => {
    const administrators = await tx.user.count({
      where: { administratorSince: { not: null }, erasedAt: null },
    });
    if (administrators > 0) return null;
    await tx.invitation.updateMany({
      where: { administrator: true, invitedById: null, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at },
    });
    const secret = newSecret();
    const { id } = await tx.invitation.create({
      data: {
        tokenHash: hashSecret(secret),
        administrator: true,
        createdAt: at,
        expiresAt: new Date(at.getTime() + HOURS_OPEN * 3_600_000),
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: "invitation.created",
      actorId: null,
      payload: { invitation: id, administrator: true, first: true },
    });
    return `/invitation/${secret}`;
  });
}
