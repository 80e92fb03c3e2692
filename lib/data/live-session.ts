import type { Actor } from "@/lib/policy/actor";

/** Somebody who is signed in: read from the database at every request, never from the cookie. */
export interface SignedIn {
  readonly sessionId: string;
  readonly name: string;
  readonly actor: Actor;
}

/** A row of `LIVE_SESSION`. */
export interface LiveSessionRow {
  name: string;
  isAdministrator: boolean;
  isSpecCreator: boolean;
  authenticatedAt: Date;
}

/**
 * The beginning of a statement: `live`, the session of a cookie with its person as they are now. This is the one
 * place that says when a session is alive: it did not end, it did not run out, it belongs to the person the
 * cookie names, and that person was neither suspended nor erased. Pages ask it through Prisma, the sync
 * endpoint through a connection of its own.
 *
 * It also notes when the session was last seen: exact to five minutes, because writing at every request would
 * double the cost of reading. Of requests at the same moment, one writes.
 *
 * Parameters: $1 session, $2 person, $3 the moment, null for now. Now is the clock of the database, because
 * clocks of processes differ (QUALITY T29).
 */
export const WITH_LIVE_SESSION = `
  WITH moment AS (SELECT coalesce($3::timestamptz, now()) AS at),
  live AS (
    SELECT s.id, u.id AS "userId", u.name, s."authenticatedAt",
      u."administratorSince" IS NOT NULL AS "isAdministrator",
      u."specCreatorSince" IS NOT NULL AS "isSpecCreator"
    FROM moment, "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s.id = $1::uuid AND s."userId" = $2::uuid AND s."revokedAt" IS NULL
      AND s."expiresAt" > moment.at AND u."suspendedAt" IS NULL AND u."erasedAt" IS NULL),
  seen AS (
    UPDATE "Session" s SET "lastSeenAt" = moment.at FROM moment, live
    WHERE s.id = live.id AND s."lastSeenAt" <= moment.at - interval '5 minutes')`;

/** Who is behind a row of `live`. */
export function signedInOf(
  { sessionId, userId }: { sessionId: string; userId: string },
  { name, ...actor }: LiveSessionRow,
): SignedIn {
  const { isAdministrator, isSpecCreator, authenticatedAt } = actor;
  return {
    sessionId,
    name,
    actor: { id: userId, isAdministrator, isSpecCreator, authenticatedAt },
  };
}
