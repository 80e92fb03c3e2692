import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter } from "next-auth/adapters";
import { proveAddress } from "@/lib/commands/people/prove-address";
import { registerByMail } from "@/lib/commands/people/register-by-mail";
import { db } from "@/lib/data/db";

/**
 * How next-auth reads and writes accounts: its own Prisma adapter for identities and for mailed tokens
 * (which it stores hashed), our commands for everything that makes or changes a person.
 *
 * @param signedInAs The person signed in in the same browser, or null.
 */
export function peopleAdapter(signedInAs: string | null): Adapter {
  const adapter = PrismaAdapter(db());
  const getUser = async (id: string) => {
    const user = await adapter.getUser?.(id);
    if (!user) throw new Error("next-auth asked for a person who is not there.");
    return user;
  };
  return {
    ...adapter,
    // next-auth would join a new identity to whoever the cookie names, without asking whether that
    // session is alive. `signInWithOpenId` does it instead, after asking the database.
    getUser: async () => null,
    createUser: async ({ email }) => getUser((await registerByMail(email, new Date())).id),
    updateUser: async ({ id }) => {
      await proveAddress(id, signedInAs, new Date());
      return getUser(id);
    },
    async createVerificationToken(token) {
      await db().verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
      await db().verificationToken.create({ data: token });
      return token;
    },
  };
}
