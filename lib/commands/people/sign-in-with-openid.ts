import { isSignUpOpen } from "@/lib/auth/settings";
import { recordEvent } from "@/lib/data/audit";
import { lockWord } from "@/lib/data/lock-word";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import { EmailAddress, PersonName } from "./fields";
import { proveAddressIn } from "./prove-address";
import { addPerson } from "./register-person";
import { nameFromAddress } from "./register-by-mail";

/** What a provider vouched for in a signed id token. */
export interface OpenIdIdentity {
  readonly provider: string;
  /** The `sub` claim: it, and not the address, is who somebody is at a provider. */
  readonly subject: string;
  readonly name?: string | null;
  readonly email?: string | null;
  /** Whether the provider says that it checked the address. */
  readonly emailVerified: boolean;
}

/**
 * Finds the account of an identity at an OpenID provider, or makes one.
 *
 * An unknown identity joins the account one is signed in to; else the account with the same address,
 * but only when the provider says that it checked the address; else it gets an account of its own, where
 * sign-up is open.
 *
 * @param signedInAs The person signed in in the same browser, or null.
 * @throws Conflict when the address has an account and the provider did not check it.
 * @throws Forbidden when the account is suspended, or new and sign-up is by invitation.
 */
export async function signInWithOpenId(
  identity: OpenIdIdentity,
  signedInAs: string | null,
  at: Date,
): Promise<{ userId: string; isNew: boolean }> {
  return transaction(async (tx) => {
    const { provider, subject: providerAccountId } = identity;
    await lockWord(tx, `${provider} ${providerAccountId}`);
    const known = await tx.account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { userId: true },
    });
    if (known) return { userId: await requireActive(tx, known.userId), isNew: false };
    if (signedInAs) {
      await link(tx, signedInAs, identity);
      return { userId: signedInAs, isNew: false };
    }
    return adoptOrRegister(tx, identity, at);
  });
}

async function adoptOrRegister(tx: Transaction, identity: OpenIdIdentity, at: Date) {
  const address = EmailAddress.safeParse(identity.email ?? "");
  const email = address.success ? address.data : null;
  const holder = email
    ? await tx.user.findUnique({ where: { email }, select: { id: true } })
    : null;
  if (holder) {
    if (!identity.emailVerified) {
      throw new Conflict(
        "There is an account with this address already. Sign in to it another way, then connect this provider on your account page.",
      );
    }
    const userId = await requireActive(tx, holder.id);
    await proveAddressIn(tx, userId, null, at);
    await link(tx, userId, identity);
    return { userId, isNew: false };
  }
  if (!isSignUpOpen()) {
    throw new Forbidden("make an account here", "Ask an administrator for an invitation.");
  }
  const name = PersonName.safeParse(identity.name ?? "");
  const { id } = await addPerson(
    tx,
    {
      name: name.success ? name.data : nameFromAddress(email),
      email,
      ...(email && identity.emailVerified ? { emailVerified: at } : {}),
    },
    "openid",
    at,
  );
  await link(tx, id, identity);
  return { userId: id, isNew: true };
}

// Tokens of the provider are not kept: nothing here ever calls it on somebody's behalf.
async function link(tx: Transaction, userId: string, identity: OpenIdIdentity): Promise<void> {
  const { provider, subject } = identity;
  await tx.account.create({
    data: { userId, type: "oidc", provider, providerAccountId: subject },
  });
  await recordEvent(tx, {
    kind: "person.identity_linked",
    actorId: userId,
    subjectId: userId,
    payload: { provider },
  });
}

async function requireActive(tx: Transaction, userId: string): Promise<string> {
  const { suspendedAt, erasedAt } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { suspendedAt: true, erasedAt: true },
  });
  if (suspendedAt || erasedAt) {
    throw new Forbidden("sign in: this account is suspended", "Ask an administrator of this site.");
  }
  return userId;
}
