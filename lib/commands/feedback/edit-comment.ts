import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { authorStanding, lockComment, requirePublicSpec } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import { holdReason } from "@/lib/feedback/hold-reason";
import type { Actor } from "@/lib/policy/actor";
import { canEditComment } from "@/lib/policy/feedback";
import { hashOfWords, requireFewLinks } from "./add-comment";
import { CommentBody, Id, Replacement } from "../people/fields";

export const EditComment = z.object({
  commentId: Id,
  body: CommentBody,
  replacement: Replacement.nullable().default(null),
});
export type EditComment = z.infer<typeof EditComment>;

/**
 * Changes one's own words; readers see that they were changed. What a newcomer changes is looked at
 * again, else an approved comment could become another one.
 */
export async function editComment(
  actor: Actor,
  { commentId, body, replacement }: EditComment,
  at: Date,
): Promise<{ heldBecause: string }> {
  return transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!canEditComment(actor, comment)) {
      throw new Forbidden("change this comment", "Only its author may, while it is shown.");
    }
    const spec = await requirePublicSpec(tx, actor, { id: comment.specId });
    const standing = await authorStanding(tx, actor, spec);
    requireFewLinks(`${body}\n${replacement ?? ""}`, standing);
    const wordsHash = hashOfWords(body);
    const heldBecause = holdReason(standing, { writtenForMs: null, saidByOthers: false });
    await tx.comment.update({
      where: { id: commentId },
      data: {
        body,
        wordsHash,
        editedAt: at,
        state: heldBecause ? "held" : comment.state,
        heldBecause: heldBecause || (comment.state === "held" ? "It was changed." : ""),
        ...(comment.number === 1 ? { replacement } : {}),
      },
    });
    await recordEvent(tx, {
      kind: "comment.edited",
      actorId: actor.id,
      specId: comment.specId,
      payload: { thread: comment.threadId, comment: commentId },
    });
    return { heldBecause };
  });
}
