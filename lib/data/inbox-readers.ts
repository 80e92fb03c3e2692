import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";

/** Somebody for whom something may wait, with the address that they proved. */
export interface InboxReader {
  actor: Actor;
  name: string;
  email: string;
}

/** Members of specs with an open candidate, and administrators while one asks for a second. */
export async function listInboxReaders(): Promise<InboxReader[]> {
  const open = { candidates: { some: { closure: null } }, archivedAt: null };
  const people = await db().user.findMany({
    where: {
      suspendedAt: null,
      erasedAt: null,
      email: { not: null },
      emailVerified: { not: null },
      reviewMailStoppedAt: null,
      OR: [{ memberships: { some: { spec: open } } }, { administratorSince: { not: null } }],
    },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, administratorSince: true, specCreatorSince: true },
  });
  return people.flatMap(({ id, name, email, administratorSince, specCreatorSince }) =>
    email === null
      ? []
      : [
          {
            name,
            email,
            actor: {
              id,
              isAdministrator: administratorSince !== null,
              isSpecCreator: specCreatorSince !== null,
              // Nothing is done in their name, so no proof of identity is needed.
              authenticatedAt: new Date(0),
            },
          },
        ],
  );
}
