import { z } from "zod";
import { limitPosting } from "@/lib/auth/posting-limits";
import { db } from "@/lib/data/db";
import { authorStanding, lockThread, requirePublicSpec } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canAnswerOfficially, canComment } from "@/lib/policy/feedback";
import { addComment, requireFewLinks, type PostedComment } from "./add-comment";
import { CommentBody, Id } from "../people/fields";
import { follow } from "./follow";

export const ReplyToThread = z.object({
  threadId: Id,
  body: CommentBody,
  /** Said in the name of those who write the spec. */
  isOfficial: z.boolean().default(false),
  writtenForMs: z.number().min(0).nullable().default(null),
});
export type ReplyToThread = z.infer<typeof ReplyToThread>;

/**
 * Answers in a thread. A settled thread can still be answered: those who write the spec may reopen it.
 *
 * @throws Forbidden, NotFound, TooManyRequests, Invalid, Conflict when the thread was merged.
 */
export async function replyToThread(
  actor: Actor,
  input: ReplyToThread,
  at: Date,
): Promise<PostedComment> {
  const known = await db().thread.findUnique({
    where: { id: input.threadId },
    select: { specId: true, sectionUid: true },
  });
  if (!known) throw new NotFound("such thread");
  const spec = await requirePublicSpec(db(), actor, { id: known.specId });
  if (!canComment(actor, spec)) {
    throw new Forbidden("comment on this spec now", "Comments are closed.");
  }
  if (input.isOfficial && !canAnswerOfficially(actor, spec)) {
    throw new Forbidden("answer in the name of this spec");
  }
  const standing = await authorStanding(db(), actor, spec);
  requireFewLinks(input.body, standing);
  await limitPosting(
    {
      authorId: actor.id,
      since: standing.since,
      standing,
      opensThread: false,
      place: `${spec.id} ${known.sectionUid}`,
      slowModeMinutes: spec.slowModeMinutes,
    },
    at,
  );
  return transaction(async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    if (thread.mergedIntoId) {
      throw new Conflict("This thread was joined with another one. Answer there instead.");
    }
    const posted = await addComment(tx, actor, { thread, ...input }, standing, at);
    await follow(tx, { userId: actor.id, specId: thread.specId, threadId: thread.id }, at);
    return posted;
  });
}
