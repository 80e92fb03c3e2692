import { z } from "zod";
import {
  clearAttempts,
  limitAttempts,
  SIGN_IN_ACCOUNT,
  SIGN_IN_ADDRESS,
  SIGN_IN_HERE,
} from "@/lib/auth/attempts";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/auth/password-hash";
import { findCredentials, replacePasswordHash } from "@/lib/data/credentials";
import { Forbidden, Invalid } from "@/lib/errors";
import { EmailAddress } from "./fields";

export const SignInWithPassword = z.object({
  email: EmailAddress,
  password: z.string().min(1, "Write your password.").max(200, "At most 200 characters."),
});
export type SignInWithPassword = z.infer<typeof SignInWithPassword>;

/**
 * Checks an address and a password. An unknown address and a wrong password take the same time and get
 * the same words. Starting the session is the caller's next step.
 *
 * @param from The network address of the request; it is limited together with and beside the account.
 * @returns The id of the person.
 * @throws Invalid when they do not match, TooManyRequests after too many attempts, Forbidden when the
 *   account is suspended (said only to those who know its password).
 */
export async function signInWithPassword(
  input: SignInWithPassword,
  from: string,
  at: Date,
): Promise<{ userId: string }> {
  const here = `${input.email}\n${from}`;
  await limitAttempts(SIGN_IN_ADDRESS, from, at);
  await limitAttempts(SIGN_IN_HERE, here, at);
  await limitAttempts(SIGN_IN_ACCOUNT, input.email, at);
  const found = await findCredentials({ email: input.email });
  const matches = await verifyPassword(found?.passwordHash ?? null, input.password);
  if (!found || !matches) {
    throw new Invalid(WRONG, { password: WRONG });
  }
  if (found.isSuspended) {
    throw new Forbidden(
      "sign in: this account is suspended",
      "Ask an administrator of this site to reinstate it.",
    );
  }
  await clearAttempts(SIGN_IN_HERE, here, at);
  await renewHash(found.userId, found.passwordHash, input.password);
  return { userId: found.userId };
}

const WRONG =
  "This e-mail address and password do not belong together. Check both, or use another way to sign in.";

// Only now is the password itself at hand, so this is the moment to raise an old hash to today's cost.
async function renewHash(userId: string, stored: string | null, password: string): Promise<void> {
  if (!stored || !needsRehash(stored)) return;
  await replacePasswordHash(userId, stored, await hashPassword(password));
}
