import { db } from "@/lib/data/db";
import { transaction } from "@/lib/data/transaction";
import { makeRevision } from "./make-revision";

export interface RevisionRhythm {
  /** A draft that nobody changed for so long is kept. */
  quietForMs: number;
  /** A draft that is changed without a pause is kept this often. */
  atLeastEveryMs: number;
}

/** Two minutes: long enough for a thought, short enough to find a moment again. */
export const REVISION_RHYTHM: RevisionRhythm = {
  quietForMs: 2 * 60_000,
  atLeastEveryMs: 30 * 60_000,
};

/**
 * Makes a revision of every draft whose people paused. Several processes may run it at once: each draft
 * is looked at by one of them, and once it was looked at it is not due any more.
 *
 * @returns How many drafts were looked at.
 * @throws AggregateError when some of them failed; the others are done.
 */
export async function makeDueRevisions(rhythm: RevisionRhythm = REVISION_RHYTHM): Promise<number> {
  const due = await listDueDrafts(rhythm);
  const failures: unknown[] = [];
  for (const specId of due) {
    await transaction((tx) => makeRevision(tx, { specId, kind: "pause", byId: null })).catch(
      (error: unknown) => failures.push(error),
    );
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some revisions were not made.");
  return due.length;
}

async function listDueDrafts({ quietForMs, atLeastEveryMs }: RevisionRhythm): Promise<string[]> {
  const rows = await db().$queryRaw<{ specId: string }[]>`
    SELECT draft."specId" FROM "Draft" draft
    LEFT JOIN "DraftUpdate" first
      ON first."specId" = draft."specId" AND first.seq = draft."revisedSeq" + 1
    WHERE draft."headSeq" > draft."revisedSeq"
      AND (draft."updatedAt" <= clock_timestamp() - make_interval(secs => ${quietForMs / 1000}::float8)
        OR first.at <= clock_timestamp() - make_interval(secs => ${atLeastEveryMs / 1000}::float8))
    ORDER BY draft."updatedAt"`;
  return rows.map(({ specId }) => specId);
}
