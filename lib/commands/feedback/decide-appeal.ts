import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockComment, requirePublicSpec } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canDecideAppeal } from "@/lib/policy/feedback";
import { Id, Reason } from "../people/fields";
import { showAgain } from "./moderate-comment";

export const DecideAppeal = z.object({
  appealId: Id,
  /** Whether the author was right: the comment comes back. */
  isUpheld: z.boolean(),
  answer: Reason,
});
export type DecideAppeal = z.infer<typeof DecideAppeal>;

/** Decides an appeal. Never the moderator who hid the comment, never its author. Twice is once. */
export async function decideAppeal(
  actor: Actor,
  { appealId, isUpheld, answer }: DecideAppeal,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const appeal = await tx.appeal.findUnique({
      where: { id: appealId },
      select: { commentId: true, byId: true, moderation: { select: { byId: true } } },
    });
    if (!appeal) throw new NotFound("such appeal");
    const comment = await lockComment(tx, appeal.commentId);
    const spec = await requirePublicSpec(tx, actor, { id: comment.specId });
    const { byId, moderation } = appeal;
    if (!canDecideAppeal(actor, spec, { byId, moderatorId: moderation.byId })) {
      throw new Forbidden(
        "decide this appeal",
        "A moderator decides who neither wrote nor hid the comment.",
      );
    }
    const { count } = await tx.appeal.updateMany({
      where: { id: appealId, decidedAt: null },
      data: { isUpheld, answer, decidedById: actor.id, decidedAt: at },
    });
    if (count === 0) return;
    if (isUpheld && comment.state === "hidden") {
      const byRole = spec.role ?? "administrator";
      await showAgain(tx, actor, { comment, byRole, reason: answer }, at);
    }
    await recordEvent(tx, {
      kind: "appeal.decided",
      actorId: actor.id,
      ...(byId ? { subjectId: byId } : {}),
      specId: comment.specId,
      payload: { comment: comment.id, upheld: isUpheld },
    });
  });
}
