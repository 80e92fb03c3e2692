import { NotFound } from "@/lib/errors";
import type { Reader } from "./reader";
import type { Transaction } from "./transaction";

/** The PostgreSQL channel on which "the draft of a spec has updates up to n" is told to all processes. */
export const DRAFT_CHANNEL = "precept_draft";

/** Why a draft changed. People's typing is "edit". */
export type DraftOrigin = "edit" | "seed" | "import" | "restore" | "suggestion" | "merge";

export interface DraftEntry {
  /** A Yjs update, version 1. */
  update: Uint8Array;
  /** Null for the installation itself. */
  authorId: string | null;
  origin: DraftOrigin;
  /** From `touchedSections`. */
  touched: readonly string[];
}

/** What is stored of a draft: apply `snapshot` (version 2), then `updates` (version 1) in order. */
export interface StoredDraft {
  epoch: number;
  version: string;
  headSeq: bigint;
  snapshot: Uint8Array | null;
  updates: Uint8Array[];
}

/**
 * Reads a draft from the newest snapshot and the updates after it, in one moment.
 *
 * @throws NotFound when the spec has no draft. An error is never an empty draft.
 */
export async function getStoredDraft(reader: Reader, specId: string): Promise<StoredDraft> {
  const draft = await reader.draft.findUnique({
    where: { specId },
    select: { epoch: true, version: true, headSeq: true },
  });
  if (!draft) throw new NotFound("draft");
  const { epoch, headSeq } = draft;
  const snapshot = await reader.draftSnapshot.findFirst({
    where: { specId, epoch, seq: { lte: headSeq } },
    orderBy: { seq: "desc" },
    select: { seq: true, state: true },
  });
  const updates = await listUpdates(reader, specId, snapshot?.seq ?? 0n, headSeq, epoch);
  return {
    ...draft,
    snapshot: snapshot?.state ?? null,
    updates: updates.map(({ update }) => update),
  };
}

/** Updates with numbers above `after`, up to and including `upTo`, oldest first. */
export async function listUpdates(
  reader: Reader,
  specId: string,
  after: bigint,
  upTo: bigint,
  epoch: number,
): Promise<{ seq: bigint; update: Uint8Array; authorId: string | null }[]> {
  return reader.draftUpdate.findMany({
    where: { specId, epoch, seq: { gt: after, lte: upTo } },
    orderBy: { seq: "asc" },
    select: { seq: true, update: true, authorId: true },
  });
}

/** What was changed after an update of the log: as `touched`, over all of them. */
export async function listTouchedSince(
  reader: Reader,
  specId: string,
  after: bigint,
): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ section: string }[]>`
    SELECT DISTINCT unnest(touched) AS section FROM "DraftUpdate"
    WHERE "specId" = ${specId}::uuid AND seq > ${after}`;
  return new Set(rows.map(({ section }) => section));
}

/**
 * Locks a draft until the transaction ends: whoever holds it is the only one to append, so what was
 * read under the lock is the newest.
 *
 * @throws NotFound when the spec has no draft.
 */
export async function lockDraft(
  tx: Transaction,
  specId: string,
): Promise<{ epoch: number; headSeq: bigint }> {
  const [draft] = await tx.$queryRaw<{ epoch: number; headSeq: bigint }[]>`
    SELECT epoch, "headSeq" FROM "Draft" WHERE "specId" = ${specId}::uuid FOR UPDATE`;
  if (!draft) throw new NotFound("draft");
  return draft;
}

/**
 * Appends updates to the log of a draft and tells all processes when the transaction commits.
 *
 * @returns The number of the last one. Numbers follow the order of commits and have no gap.
 */
export async function appendUpdates(
  tx: Transaction,
  specId: string,
  entries: readonly DraftEntry[],
): Promise<bigint> {
  const { epoch, headSeq } = await lockDraft(tx, specId);
  if (entries.length === 0) return headSeq;
  await tx.draftUpdate.createMany({
    data: entries.map(({ update, touched, ...entry }, index) => ({
      ...entry,
      specId,
      epoch,
      seq: headSeq + BigInt(index + 1),
      update: Uint8Array.from(update),
      touched: [...touched],
    })),
  });
  const head = headSeq + BigInt(entries.length);
  // The database's clock, so that no process can be ahead of another.
  await tx.$executeRaw`
    UPDATE "Draft" SET "headSeq" = ${head}, "updatedAt" = clock_timestamp()
    WHERE "specId" = ${specId}::uuid`;
  await tx.$queryRaw`SELECT pg_notify(${DRAFT_CHANNEL}, ${`${specId}:${head}`})::text`;
  return head;
}
