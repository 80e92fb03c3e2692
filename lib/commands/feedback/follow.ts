import { z } from "zod";
import { db } from "@/lib/data/db";
import { newestEvent } from "@/lib/data/feedback-news";
import { lockThread, requirePublicSpec } from "@/lib/data/feedback-standing";
import { getReleaseIndex } from "@/lib/data/release-index";
import { findLatestRelease } from "@/lib/data/releases";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { Id } from "../people/fields";

export const FollowFeedback = z.object({
  specId: Id,
  /** One thread, or … */
  threadId: Id.nullable().default(null),
  /** … one clause; without both the whole spec. */
  sectionUid: z.string().min(1).max(200).nullable().default(null),
  on: z.boolean(),
});
export type FollowFeedback = z.infer<typeof FollowFeedback>;

interface Followed {
  userId: string;
  specId: string;
  threadId?: string | null;
  sectionUid?: string | null;
}

/** Starts or stops hearing of a thread, a clause or a spec. Only the person themselves knows. */
export async function followFeedback(
  actor: Actor,
  { specId, threadId, sectionUid, on }: FollowFeedback,
  at: Date,
): Promise<void> {
  await requirePublicSpec(db(), actor, { id: specId });
  return transaction(async (tx) => {
    if (threadId && (await lockThread(tx, threadId)).specId !== specId) {
      throw new NotFound("such thread");
    }
    const followed = { userId: actor.id, specId, threadId, sectionUid };
    if (sectionUid) await requireSection(tx, specId, sectionUid);
    if (on) await follow(tx, followed, at);
    else await tx.follow.deleteMany({ where: exactly(followed) });
  });
}

/** Follows, once. */
export async function follow(tx: Transaction, followed: Followed, at: Date): Promise<void> {
  const known = await tx.follow.findFirst({ where: exactly(followed), select: { id: true } });
  if (known) return;
  const sinceSeq = await newestEvent(tx);
  await tx.follow.create({ data: { ...exactly(followed), at, sinceSeq } });
}

/** Only what can be read: a section of the newest release, or one that somebody spoke about. */
async function requireSection(tx: Transaction, specId: string, uid: string): Promise<void> {
  const release = await findLatestRelease(tx, specId);
  const index = release && (await getReleaseIndex(tx, release.documentHash));
  if (index?.sectionByUid.has(uid)) return;
  const spokenOf = await tx.thread.count({ where: { specId, sectionUid: uid } });
  if (spokenOf === 0) throw new NotFound("such clause");
}

const exactly = ({ userId, specId, threadId = null, sectionUid = null }: Followed) => ({
  userId,
  specId,
  threadId,
  sectionUid,
});
