import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockComment } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { Id, Reason } from "../people/fields";

export const AppealModeration = z.object({ commentId: Id, words: Reason });
export type AppealModeration = z.infer<typeof AppealModeration>;

/** Asks for another person's judgement on one's own hidden comment, once for each time it was hidden. */
export async function appealModeration(
  actor: Actor,
  { commentId, words }: AppealModeration,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (comment.authorId !== actor.id) {
      throw new Forbidden("appeal for this comment", "Only its author may.");
    }
    const hiding = await tx.moderation.findFirst({
      where: { commentId, deed: "hidden" },
      orderBy: { at: "desc" },
      select: { id: true, appeals: { select: { id: true } } },
    });
    if (comment.state !== "hidden" || !hiding) {
      throw new Conflict("This comment is not hidden, so there is nothing to appeal.");
    }
    if (hiding.appeals.length > 0) {
      throw new Conflict("You have appealed already. Another moderator looks at it.");
    }
    await tx.appeal.create({
      data: { commentId, moderationId: hiding.id, byId: actor.id, words, at },
    });
    await recordEvent(tx, {
      kind: "appeal.opened",
      actorId: actor.id,
      specId: comment.specId,
      payload: { comment: commentId },
    });
  });
}
