import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { limitPending } from "@/lib/auth/posting-limits";
import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { postComment, CommentForm, type PostedForm } from "./post-comment";

/** How long words are kept for somebody who has not said who they are. */
const PENDING_HOURS = 24;

export const KeepPending = z.object({
  form: CommentForm,
  /** Where it was written: a path of ours. */
  place: z.string().startsWith("/").max(2_000),
});
export type KeepPending = z.infer<typeof KeepPending>;

/**
 * Keeps what somebody wrote until they have said who they are, or have mended what was wrong.
 *
 * @param from The network address of the request, for limits. It is kept nowhere.
 * @returns The secret for the writer's cookie; only its hash is stored.
 */
export async function keepPendingComment(
  { form, place }: KeepPending,
  from: string,
  at: Date,
): Promise<{ secret: string; expiresAt: Date }> {
  const spec = await requirePublicSpec(db(), null, { slug: form.spec });
  await limitPending(from, at);
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(at.getTime() + PENDING_HOURS * 3_600_000);
  await transaction(async (tx) => {
    await tx.pendingComment.deleteMany({ where: { expiresAt: { lte: at } } });
    await tx.pendingComment.create({
      data: { tokenHash: hashOf(secret), specId: spec.id, place, form: { ...form }, at, expiresAt },
    });
  });
  return { secret, expiresAt };
}

/** What was kept under a secret; null when there is nothing any more. */
export async function findPendingComment(
  secret: string,
  at: Date,
): Promise<{ form: CommentForm; place: string } | null> {
  const row = await db().pendingComment.findUnique({
    where: { tokenHash: hashOf(secret) },
    select: { form: true, place: true, expiresAt: true },
  });
  if (!row || row.expiresAt <= at) return null;
  return { form: CommentForm.parse(row.form), place: row.place };
}

/** Throws away what was kept. */
export async function forgetPendingComment(secret: string): Promise<void> {
  await db().pendingComment.deleteMany({ where: { tokenHash: hashOf(secret) } });
}

/**
 * Posts what was kept, now that its author is known, once: of two clicks one finds it.
 *
 * @throws NotFound when nothing is kept any more; whatever posting throws, and then it stays kept.
 */
export async function publishPendingComment(
  actor: Actor,
  secret: string,
  at: Date,
): Promise<PostedForm> {
  const pending = await findPendingComment(secret, at);
  if (!pending) throw new NotFound("comment waiting for you");
  const posted = await postComment(actor, pending.form, at);
  await forgetPendingComment(secret);
  return posted;
}

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
