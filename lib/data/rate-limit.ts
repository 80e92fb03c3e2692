import { db } from "./db";

export interface Attempts {
  /** How many there were in this window, this one included. */
  readonly count: number;
  readonly windowEndsAt: Date;
}

/**
 * Counts an attempt. The first one opens a window; when it has ended, the next attempt opens another.
 * One statement, so attempts at the same moment are all counted. It runs outside the caller's
 * transaction: an attempt that fails must stay counted.
 *
 * @param key What is limited, already hashed: no name or address may stand in the table.
 */
export async function countAttempt(key: string, windowMs: number, at: Date): Promise<Attempts> {
  const endsAt = new Date(at.getTime() + windowMs);
  const [row] = await db().$queryRaw<Attempts[]>`
    INSERT INTO "RateLimit" AS present (key, count, "expiresAt")
    VALUES (${key}, 1, ${endsAt})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN present."expiresAt" <= ${at} THEN 1 ELSE present.count + 1 END,
      "expiresAt" = CASE WHEN present."expiresAt" <= ${at} THEN ${endsAt} ELSE present."expiresAt" END
    RETURNING count, "expiresAt" AS "windowEndsAt"`;
  if (!row) throw new Error("An attempt could not be counted.");
  return row;
}

/** Forgets the attempts on a key, after one that succeeded. */
export async function forgetAttempts(key: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key } });
}

/** Deletes windows that have ended. @returns How many. */
export async function pruneAttempts(at: Date): Promise<number> {
  const { count } = await db().rateLimit.deleteMany({ where: { expiresAt: { lte: at } } });
  return count;
}
