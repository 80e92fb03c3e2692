import { db } from "@/lib/data/db";
import type { Actor } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/role";

let counter = 0;

/** A person in the test database, as the actor of commands, who has just signed in. */
export async function person(
  more: { name?: string; administrator?: boolean; specCreator?: boolean } = {},
): Promise<Actor> {
  const now = new Date();
  counter += 1;
  const user = await db().user.create({
    data: {
      name: more.name ?? `Person ${counter}`,
      email: `person-${counter}-${process.pid}@example.org`,
      administratorSince: more.administrator ? now : null,
      specCreatorSince: more.specCreator ? now : null,
    },
    select: { id: true },
  });
  return {
    id: user.id,
    isAdministrator: more.administrator ?? false,
    isSpecCreator: more.specCreator ?? false,
    authenticatedAt: now,
  };
}

/** The same person with a sign-in that is too old for sensitive steps. */
export const signedInLongAgo = (actor: Actor): Actor => ({
  ...actor,
  authenticatedAt: new Date(actor.authenticatedAt.getTime() - 16 * 60_000),
});

/** A person who is a member of a spec with a role. */
export async function member(specId: string, role: Role): Promise<Actor> {
  const actor = await person();
  await db().member.create({ data: { specId, userId: actor.id, role } });
  return actor;
}
