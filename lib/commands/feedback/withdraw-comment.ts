import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockComment } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canWithdrawComment } from "@/lib/policy/feedback";
import { Id } from "../people/fields";
import { BLANK_COMMENT } from "./blank-comment";

export const WithdrawComment = z.object({ commentId: Id });
export type WithdrawComment = z.infer<typeof WithdrawComment>;

/** Takes back one's own words: they are gone, a stub keeps the thread readable. Twice is once. */
export async function withdrawComment(
  actor: Actor,
  { commentId }: WithdrawComment,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (comment.authorId === actor.id && comment.state === "withdrawn") return;
    if (!canWithdrawComment(actor, comment)) {
      throw new Forbidden("take this comment back", "Only its author may.");
    }
    await tx.comment.update({
      where: { id: commentId },
      data: { ...BLANK_COMMENT, state: "withdrawn", editedAt: at },
    });
    await recordEvent(tx, {
      kind: "comment.withdrawn",
      actorId: actor.id,
      specId: comment.specId,
      payload: { thread: comment.threadId, comment: commentId },
    });
  });
}
