import { z } from "zod";
import { db } from "@/lib/data/db";
import { lockThread, requirePublicSpec } from "@/lib/data/feedback-standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { Id } from "./fields";

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
    if (on) await follow(tx, followed, at);
    else await tx.follow.deleteMany({ where: exactly(followed) });
  });
}

/** Follows, once. */
export async function follow(tx: Transaction, followed: Followed, at: Date): Promise<void> {
  const known = await tx.follow.findFirst({ where: exactly(followed), select: { id: true } });
  if (!known) await tx.follow.create({ data: { ...exactly(followed), at, toldUntil: at } });
}

const exactly = ({ userId, specId, threadId = null, sectionUid = null }: Followed) => ({
  userId,
  specId,
  threadId,
  sectionUid,
});
