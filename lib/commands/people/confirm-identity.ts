import { z } from "zod";
import { clearAttempts, CONFIRM_ACCOUNT, limitAttempts } from "@/lib/auth/attempts";
import { verifyPassword } from "@/lib/auth/password-hash";
import { findCredentials } from "@/lib/data/credentials";
import { transaction } from "@/lib/data/transaction";
import { Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";

export const ConfirmIdentity = z.object({
  password: z.string().min(1, "Write your password.").max(200, "At most 200 characters."),
});
export type ConfirmIdentity = z.infer<typeof ConfirmIdentity>;

/**
 * Proves with the password that it is still the same person who sits there. The session then counts as
 * fresh for 15 minutes; other sessions do not.
 *
 * @throws Invalid when the password is wrong, TooManyRequests after too many attempts.
 */
export async function confirmIdentity(
  actor: Actor,
  sessionId: string,
  input: ConfirmIdentity,
  at: Date,
): Promise<void> {
  await requirePassword(actor, input.password, at);
  await transaction(async (tx) => {
    await tx.session.updateMany({
      where: { id: sessionId, userId: actor.id, revokedAt: null },
      data: { authenticatedAt: at },
    });
  });
}

/**
 * @param field The field of the form that the error belongs to.
 * @returns The hash that the password matched, for a compare-and-set.
 */
export async function requirePassword(
  actor: Actor,
  password: string,
  at: Date,
  field = "password",
): Promise<string> {
  await limitAttempts(CONFIRM_ACCOUNT, actor.id, at);
  const found = await findCredentials({ id: actor.id });
  const stored = found?.passwordHash ?? null;
  if (!(await verifyPassword(stored, password)) || stored === null) {
    const words = "This is not your password. Check it and try again.";
    throw new Invalid(words, { [field]: words });
  }
  await clearAttempts(CONFIRM_ACCOUNT, actor.id, at);
  return stored;
}
