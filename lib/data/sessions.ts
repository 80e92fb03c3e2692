import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";
import { signedInOf, WITH_LIVE_SESSION, type LiveSessionRow, type SignedIn } from "./live-session";

export type { SignedIn };

export interface SessionView {
  id: string;
  /** Browser and system in words; empty when unknown. */
  device: string;
  method: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  isCurrent: boolean;
}

/**
 * The session that a cookie names, with its person as they are now.
 *
 * @param at The moment in question; without it the database's clock says it.
 * @returns Null when the session ended, ran out or belongs to somebody else, or when the person was
 *   suspended or erased.
 */
export async function findLiveSession(
  ids: { sessionId: string; userId: string },
  at: Date | null = null,
): Promise<SignedIn | null> {
  const [row] = await db().$queryRawUnsafe<LiveSessionRow[]>(
    LIVE_SESSION,
    ids.sessionId,
    ids.userId,
    at,
  );
  return row ? signedInOf(ids, row) : null;
}

const LIVE_SESSION = `${WITH_LIVE_SESSION}
  SELECT name, "isAdministrator", "isSpecCreator", "authenticatedAt" FROM live`;

/** Where the actor is signed in, the latest seen first. Ended ones are left out. */
export async function listOwnSessions(
  actor: Actor,
  currentId: string,
  now: Date,
): Promise<SessionView[]> {
  const sessions = await db().session.findMany({
    where: { userId: actor.id, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      device: true,
      method: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
    },
  });
  return sessions.map((session) => ({ ...session, isCurrent: session.id === currentId }));
}
