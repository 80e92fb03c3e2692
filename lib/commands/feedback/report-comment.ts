import { z } from "zod";
import { limitReports } from "@/lib/auth/posting-limits";
import { recordEvent } from "@/lib/data/audit";
import { lockComment, requirePublicSpec } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import { cleanText } from "@/lib/feedback/comment-text";
import { MODERATION_RULES } from "@/lib/feedback/moderation-rules";
import type { Actor } from "@/lib/policy/actor";
import { canReportComment } from "@/lib/policy/feedback";
import { Id } from "../people/fields";

export const ReportComment = z.object({
  commentId: Id,
  rule: z.enum(MODERATION_RULES, "Choose the rule that it breaks."),
  words: z.string().max(1_000, "At most 1000 characters.").transform(cleanText).default(""),
});
export type ReportComment = z.infer<typeof ReportComment>;

/** Tells the moderators of a comment. It stays where it is until one of them looked. Twice is once. */
export async function reportComment(
  actor: Actor,
  { commentId, rule, words }: ReportComment,
  at: Date,
): Promise<void> {
  await limitReports(actor.id, at);
  return transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    await requirePublicSpec(tx, actor, { id: comment.specId });
    if (!canReportComment(actor, comment)) {
      throw new Forbidden("report this comment", "It is your own, or no longer shown.");
    }
    const known = await tx.report.findUnique({
      where: { commentId_byId: { commentId, byId: actor.id } },
      select: { id: true },
    });
    if (known) return;
    await tx.report.create({ data: { commentId, byId: actor.id, rule, words, at } });
    await recordEvent(tx, {
      kind: "comment.reported",
      actorId: actor.id,
      specId: comment.specId,
      payload: { comment: commentId, rule },
    });
  });
}
