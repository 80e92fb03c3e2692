import { isSignUpOpen } from "@/lib/auth/settings";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import { EmailAddress, PersonName } from "./fields";
import { addPerson } from "./register-person";

/**
 * Makes an account for an address whose owner followed a mailed link. It has no password, and the part
 * of the address before the @ as its name, until the person writes another.
 *
 * @throws Forbidden where people need an invitation.
 */
export async function registerByMail(address: string, at: Date): Promise<{ id: string }> {
  if (!isSignUpOpen()) {
    throw new Forbidden("make an account here", "Ask an administrator for an invitation.");
  }
  const email = EmailAddress.parse(address);
  const person = { name: nameFromAddress(email), email, emailVerified: at };
  return transaction((tx) => addPerson(tx, person, "mail", at));
}

/** A first name for somebody of whom only the address is known. Never the whole address: others see it. */
export function nameFromAddress(email: string | null): string {
  const local = (email ?? "").split("@")[0]?.split("+")[0]?.replaceAll(/[._]+/g, " ") ?? "";
  const name = PersonName.safeParse(local);
  return name.success ? name.data : "New member";
}
