import { z } from "zod";
import { limitAttempts, SIGN_UP_ADDRESS } from "@/lib/auth/attempts";
import { hashPassword } from "@/lib/auth/password-hash";
import { confirmsAddresses, isSignUpOpen } from "@/lib/auth/settings";
import { recordEvent } from "@/lib/data/audit";
import { lockWord } from "@/lib/data/lock-word";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import { EmailAddress, NewPassword, PersonName } from "./fields";

export const RegisterPerson = z.object({
  name: PersonName,
  email: EmailAddress,
  password: NewPassword,
});
export type RegisterPerson = z.infer<typeof RegisterPerson>;

/**
 * Makes an account with a password, where anybody may sign up and no mail can be sent. Where mail can
 * be sent, an account begins with a link to its address instead (`registerByMail`), so that nobody
 * makes one with somebody else's address.
 *
 * @param from The network address of the request; limits how many accounts it makes.
 * @throws Conflict when there is an account with the address.
 */
export async function registerPerson(
  input: RegisterPerson,
  from: string,
  at: Date,
): Promise<{ id: string }> {
  if (!isSignUpOpen() || confirmsAddresses()) {
    throw new Forbidden("make an account here", "Ask an administrator for an invitation.");
  }
  await limitAttempts(SIGN_UP_ADDRESS, from, at);
  const passwordHash = await hashPassword(input.password);
  const { name, email } = input;
  return transaction((tx) => addPerson(tx, { name, email, passwordHash }, "password", at));
}

/** Who is added: everything an account starts with. */
interface NewPerson {
  name: string;
  email: string | null;
  passwordHash?: string;
  emailVerified?: Date;
}

/**
 * Adds a person inside a transaction and records it.
 *
 * @param by How the person came: with a password, a mailed link, an OpenID provider, an invitation.
 * @throws Conflict when there is an account with the address.
 */
export async function addPerson(
  tx: Transaction,
  person: NewPerson,
  by: "password" | "mail" | "openid" | "invitation",
  at: Date,
): Promise<{ id: string }> {
  if (person.email) await requireFreeAddress(tx, person.email);
  const { id } = await tx.user.create({ data: { ...person, createdAt: at }, select: { id: true } });
  await recordEvent(tx, { kind: "person.registered", actorId: id, subjectId: id, payload: { by } });
  return { id };
}

async function requireFreeAddress(tx: Transaction, email: string): Promise<void> {
  await lockWord(tx, email);
  const holder = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (!holder) return;
  const words = "There is an account with this address. Sign in with it instead.";
  throw new Conflict(words, { email: words });
}
