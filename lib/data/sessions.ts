import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";

/** Somebody who is signed in: read from the database at every request, never from the cookie. */
export interface SignedIn {
  readonly sessionId: string;
  readonly name: string;
  readonly actor: Actor;
}

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

// Writing at every request would double the cost of reading; five minutes are exact enough for people.
const SEEN_EVERY_MS = 5 * 60_000;

/**
 * The session that a cookie names, with its person as they are now.
 *
 * @returns Null when the session ended, ran out or belongs to somebody else, or when the person was
 *   suspended or erased.
 */
export async function findLiveSession(
  ids: { sessionId: string; userId: string },
  now: Date,
): Promise<SignedIn | null> {
  const session = await db().session.findUnique({
    where: { id: ids.sessionId },
    select: {
      userId: true,
      authenticatedAt: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      user: {
        select: {
          name: true,
          administratorSince: true,
          specCreatorSince: true,
          suspendedAt: true,
          erasedAt: true,
        },
      },
    },
  });
  if (!session || session.userId !== ids.userId) return null;
  if (session.revokedAt || session.expiresAt <= now) return null;
  const { user } = session;
  if (user.suspendedAt || user.erasedAt) return null;
  await touch(ids.sessionId, session.lastSeenAt, now);
  return {
    sessionId: ids.sessionId,
    name: user.name,
    actor: {
      id: session.userId,
      isAdministrator: user.administratorSince !== null,
      isSpecCreator: user.specCreatorSince !== null,
      authenticatedAt: session.authenticatedAt,
    },
  };
}

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

async function touch(id: string, lastSeenAt: Date, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - SEEN_EVERY_MS);
  if (lastSeenAt > stale) return;
  // The condition makes requests at the same moment write once.
  await db().session.updateMany({
    where: { id, lastSeenAt: { lte: stale } },
    data: { lastSeenAt: now },
  });
}
