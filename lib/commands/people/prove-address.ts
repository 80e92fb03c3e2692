import { recordEvent } from "@/lib/data/audit";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { endSessions } from "./end-sessions";

/**
 * Notes that somebody has shown to hold the mailbox of an account.
 *
 * The first time, everything about the account that was set up without that proof ends: its password
 * and its sessions. Somebody could have made it with an address that is not theirs and waited for the
 * owner to come. Not so when the proof comes from a browser that is signed in to this very account:
 * then the two are the same person.
 *
 * @param signedInAs The person signed in where the proof was given, or null.
 */
export async function proveAddress(
  userId: string,
  signedInAs: string | null,
  at: Date,
): Promise<void> {
  return transaction((tx) => proveAddressIn(tx, userId, signedInAs, at));
}

/** The same inside a transaction that does more. */
export async function proveAddressIn(
  tx: Transaction,
  userId: string,
  signedInAs: string | null,
  at: Date,
): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, emailVerified: null, erasedAt: null },
    data: { emailVerified: at },
  });
  if (count === 0) return;
  await recordEvent(tx, { kind: "person.email_confirmed", actorId: userId, subjectId: userId });
  if (signedInAs !== userId) await dropUnproven(tx, userId, at);
}

async function dropUnproven(tx: Transaction, userId: string, at: Date): Promise<void> {
  const sessions = await endSessions(tx, { userId }, at);
  const { count } = await tx.user.updateMany({
    where: { id: userId, passwordHash: { not: null } },
    data: { passwordHash: null },
  });
  if (count === 0) return;
  await recordEvent(tx, {
    kind: "person.password_removed",
    actorId: userId,
    subjectId: userId,
    payload: { sessions },
  });
}
