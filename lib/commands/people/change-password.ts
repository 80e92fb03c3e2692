import { z } from "zod";
import { hashPassword } from "@/lib/auth/password-hash";
import { recordEvent } from "@/lib/data/audit";
import { findCredentials } from "@/lib/data/credentials";
import { transaction } from "@/lib/data/transaction";
import { Conflict } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { requirePassword } from "./confirm-identity";
import { endSessions } from "./end-sessions";
import { NewPassword } from "./fields";
import { requireFreshIdentity } from "./require-fresh-identity";

export const ChangePassword = z.object({
  /** Empty for an account that has no password yet. */
  currentPassword: z.string().max(200, "At most 200 characters.").default(""),
  password: NewPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

/**
 * Gives the actor's account a new password, or its first one, and ends all other sessions.
 *
 * @throws Invalid when the current password is wrong.
 * @throws IdentityNotConfirmed when there is no password to ask for and the sign-in is too old.
 * @throws Conflict when the password was changed elsewhere at the same moment.
 */
export async function changePassword(
  actor: Actor,
  sessionId: string,
  input: ChangePassword,
  at: Date,
): Promise<{ ended: number }> {
  const before = await requireProof(actor, input.currentPassword, at);
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, passwordHash: before },
      data: { passwordHash },
    });
    if (count === 0) throw new Conflict("Your password was changed elsewhere a moment ago.");
    const ended = await endSessions(tx, { userId: actor.id, id: { not: sessionId } }, at);
    await recordEvent(tx, {
      kind: "person.password_changed",
      actorId: actor.id,
      subjectId: actor.id,
      payload: { first: before === null, sessions: ended },
    });
    return { ended };
  });
}

async function requireProof(actor: Actor, current: string, at: Date): Promise<string | null> {
  const found = await findCredentials({ id: actor.id });
  if (found?.passwordHash) return requirePassword(actor, current, at, "currentPassword");
  requireFreshIdentity(actor, at);
  return null;
}
