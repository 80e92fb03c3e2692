import { db } from "./db";

/** What signing in needs to know of an account. It stays between this folder, commands and lib/auth. */
export interface Credentials {
  userId: string;
  /** Null for an account that signs in by mail or a provider only. */
  passwordHash: string | null;
  isSuspended: boolean;
}

/** The account with an address or an id, or null when there is none or it was erased. */
export async function findCredentials(
  by: { email: string } | { id: string },
): Promise<Credentials | null> {
  const user = await db().user.findUnique({
    where: by,
    select: { id: true, passwordHash: true, suspendedAt: true, erasedAt: true },
  });
  if (!user || user.erasedAt) return null;
  return {
    userId: user.id,
    passwordHash: user.passwordHash,
    isSuspended: user.suspendedAt !== null,
  };
}

/** Stores a new hash of the same password, unless the password was changed meanwhile. */
export async function replacePasswordHash(
  userId: string,
  before: string,
  after: string,
): Promise<void> {
  await db().user.updateMany({
    where: { id: userId, passwordHash: before },
    data: { passwordHash: after },
  });
}
