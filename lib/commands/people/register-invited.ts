import type { z } from "zod";
import { INVITATION_ADDRESS, limitAttempts } from "@/lib/auth/attempts";
import { hashPassword } from "@/lib/auth/password-hash";
import { transaction } from "@/lib/data/transaction";
import { AcceptInvitation, acceptInvitationIn } from "../specs/accept-invitation";
import { addPerson, RegisterPerson } from "./register-person";

export const RegisterInvited = RegisterPerson.extend(AcceptInvitation.shape);
export type RegisterInvited = z.infer<typeof RegisterInvited>;

/**
 * Makes an account for the holder of an invitation and takes the invitation up, both or neither: a
 * link that somebody else used a moment ago leaves no account behind.
 *
 * @param from The network address of the request; limits how many links it tries.
 * @throws Conflict when there is an account with the address, or the invitation is no longer open.
 * @throws Forbidden when the invitation was written for another address.
 */
export async function registerInvited(
  input: RegisterInvited,
  from: string,
  at: Date,
): Promise<{ id: string; slug: string | null }> {
  await limitAttempts(INVITATION_ADDRESS, from, at);
  const passwordHash = await hashPassword(input.password);
  const { name, email, secret } = input;
  return transaction(async (tx) => {
    const { id } = await addPerson(tx, { name, email, passwordHash }, "invitation", at);
    const actor = { id, isAdministrator: false, isSpecCreator: false, authenticatedAt: at };
    return { id, ...(await acceptInvitationIn(tx, actor, secret, at)) };
  });
}
