import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import { announceAccessChange } from "./announce-access-change";

export interface StartSession {
  readonly userId: string;
  readonly method: "password" | "mail" | "openid" | "invitation";
  /** Browser and system in words. */
  readonly device: string;
  /** When the person proved who they are, if that was before now: a provider may remember them. */
  readonly authenticatedAt?: Date;
  /** The session that this browser had until now. It ends, so no two rows answer to one browser. */
  readonly replaces?: { readonly sessionId: string; readonly userId: string };
}

const DAYS_SIGNED_IN = 30;
const DAYS_KEPT_AFTER_END = 30;
const DAY_MS = 86_400_000;

/**
 * Opens a session: always a new row, so that a session id known before signing in is worth nothing
 * afterwards. Every check of who may sign in comes before; this one refuses suspended accounts again.
 */
export async function startSession(
  input: StartSession,
  at: Date,
): Promise<{ id: string; expiresAt: Date }> {
  const { userId, method, device, replaces } = input;
  return transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { suspendedAt: true, erasedAt: true },
    });
    if (user.suspendedAt || user.erasedAt) {
      throw new Forbidden("sign in with this account", "Ask an administrator of this site.");
    }
    if (replaces) {
      const { sessionId: id, userId: formerId } = replaces;
      await tx.session.updateMany({
        where: { id, userId: formerId, revokedAt: null },
        data: { revokedAt: at },
      });
      await announceAccessChange(tx, formerId);
    }
    const old = new Date(at.getTime() - DAYS_KEPT_AFTER_END * DAY_MS);
    await tx.session.deleteMany({
      where: { userId, OR: [{ expiresAt: { lt: old } }, { revokedAt: { lt: old } }] },
    });
    const authenticatedAt =
      input.authenticatedAt && input.authenticatedAt < at ? input.authenticatedAt : at;
    return tx.session.create({
      data: {
        userId,
        method,
        device,
        authenticatedAt,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + DAYS_SIGNED_IN * DAY_MS),
      },
      select: { id: true, expiresAt: true },
    });
  });
}
