import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockComment, requirePublicSpec, type CommentRecord } from "@/lib/data/feedback-standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import { MODERATION_RULES } from "@/lib/feedback/moderation-rules";
import type { Actor } from "@/lib/policy/actor";
import { canModerateComment } from "@/lib/policy/feedback";
import { Id, Reason } from "../people/fields";

export const ApproveComment = z.object({ commentId: Id });
export type ApproveComment = z.infer<typeof ApproveComment>;

export const HideComment = z.object({
  commentId: Id,
  rule: z.enum(MODERATION_RULES, "Choose the rule that it breaks."),
  reason: Reason,
});
export type HideComment = z.infer<typeof HideComment>;

export const RestoreComment = z.object({ commentId: Id, reason: Reason });
export type RestoreComment = z.infer<typeof RestoreComment>;

/** Lets a comment be read that waited. Its reports, if any, are settled. Twice is once. */
export async function approveComment(
  actor: Actor,
  { commentId }: ApproveComment,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const { comment, byRole } = await requireModerator(tx, actor, commentId);
    if (comment.state === "visible") {
      // Nothing waited but somebody reported it: the moderator found nothing wrong.
      await settleReports(tx, commentId, at);
      return;
    }
    if (comment.state !== "held") {
      throw new Conflict("This comment does not wait any more. Reload the page.");
    }
    await tx.comment.update({
      where: { id: commentId },
      data: { state: "visible", heldBecause: "" },
    });
    await tx.moderation.create({
      data: { commentId, deed: "approved", byId: actor.id, byRole, at },
    });
    await settleReports(tx, commentId, at);
    await recordDeed(tx, actor, comment, "comment.approved", {});
  });
}

/** Takes a comment out of public sight, with a rule and a reason that its author and readers are told. */
export async function hideComment(
  actor: Actor,
  { commentId, rule, reason }: HideComment,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const { comment, byRole } = await requireModerator(tx, actor, commentId);
    if (comment.state === "hidden") return;
    if (comment.state === "withdrawn") {
      throw new Conflict("Its author has taken this comment back already.");
    }
    await tx.comment.update({
      where: { id: commentId },
      data: { state: "hidden", heldBecause: "" },
    });
    await tx.moderation.create({
      data: { commentId, deed: "hidden", rule, reason, byId: actor.id, byRole, at },
    });
    await settleReports(tx, commentId, at);
    await recordDeed(tx, actor, comment, "comment.hidden", { rule });
  });
}

/** Puts a hidden comment back. */
export async function restoreComment(
  actor: Actor,
  { commentId, reason }: RestoreComment,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const { comment, byRole } = await requireModerator(tx, actor, commentId);
    if (comment.state === "visible") return;
    if (comment.state !== "hidden") throw new Conflict("This comment is not hidden.");
    await showAgain(tx, actor, { comment, byRole, reason }, at);
  });
}

/** Makes a hidden comment visible and writes down who did so and why. */
export async function showAgain(
  tx: Transaction,
  actor: Actor,
  { comment, byRole, reason }: { comment: CommentRecord; byRole: string; reason: string },
  at: Date,
): Promise<void> {
  await tx.comment.update({ where: { id: comment.id }, data: { state: "visible" } });
  await tx.moderation.create({
    data: { commentId: comment.id, deed: "restored", reason, byId: actor.id, byRole, at },
  });
  await recordDeed(tx, actor, comment, "comment.restored", {});
}

/** @throws Forbidden for everybody but moderators, and for moderators about their own words. */
export async function requireModerator(tx: Transaction, actor: Actor, commentId: string) {
  const comment = await lockComment(tx, commentId);
  const spec = await requirePublicSpec(tx, actor, { id: comment.specId });
  if (!canModerateComment(actor, spec, comment)) {
    throw new Forbidden("moderate this comment", "Moderators may, and never their own words.");
  }
  return { comment, spec, byRole: spec.role ?? "administrator" };
}

const settleReports = (tx: Transaction, commentId: string, at: Date) =>
  tx.report.updateMany({ where: { commentId, resolvedAt: null }, data: { resolvedAt: at } });

const recordDeed = (
  tx: Transaction,
  actor: Actor,
  comment: CommentRecord,
  kind: "comment.approved" | "comment.hidden" | "comment.restored" | "comment.redacted",
  more: Record<string, string>,
) =>
  recordEvent(tx, {
    kind,
    actorId: actor.id,
    ...(comment.authorId ? { subjectId: comment.authorId } : {}),
    specId: comment.specId,
    payload: { thread: comment.threadId, comment: comment.id, ...more },
  });
