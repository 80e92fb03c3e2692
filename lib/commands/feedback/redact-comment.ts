import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { hashOfWords } from "./add-comment";
import { Id, Reason } from "../people/fields";
import { requireModerator } from "./moderate-comment";

/** What stands where words were taken out. */
export const REDACTED = "[taken out]";

export const RedactComment = z.object({
  commentId: Id,
  /** The words to take out, letter by letter. */
  words: z.string().min(2, "Copy the words that must go from the comment.").max(2_000),
  reason: Reason,
});
export type RedactComment = z.infer<typeof RedactComment>;

/**
 * Takes words out of a comment for ever, such as the name of a third person, and leaves the rest. What
 * the words were is written down nowhere (QUALITY P11).
 */
export async function redactComment(
  actor: Actor,
  { commentId, words, reason }: RedactComment,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const { comment, byRole } = await requireModerator(tx, actor, commentId);
    if (comment.state === "withdrawn") throw new Conflict("Its author has taken it back already.");
    const { body, replacement } = await tx.comment.findUniqueOrThrow({
      where: { id: commentId },
      select: { body: true, replacement: true },
    });
    const without = (text: string) => text.replaceAll(words, REDACTED);
    if (!body.includes(words) && !replacement?.includes(words)) {
      throw new Invalid("These words do not stand in the comment.", {
        words: "Copy them letter by letter.",
      });
    }
    const left = without(body);
    await tx.comment.update({
      where: { id: commentId },
      data: {
        body: left,
        replacement: replacement === null ? null : without(replacement),
        wordsHash: hashOfWords(left),
        redactedAt: at,
      },
    });
    await tx.moderation.create({
      data: { commentId, deed: "redacted", reason, byId: actor.id, byRole, at },
    });
    await recordEvent(tx, {
      kind: "comment.redacted",
      actorId: actor.id,
      specId: comment.specId,
      payload: { thread: comment.threadId, comment: commentId },
    });
  });
}
