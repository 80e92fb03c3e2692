import { z } from "zod";
import { getCandidate } from "@/lib/data/candidates";
import { requireSpec } from "@/lib/data/standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canCommentInReview } from "@/lib/policy/review";
import { Id } from "../people/fields";
import { lockReview } from "./open-review";
import { PartKey, Words } from "./review-fields";

const Said = Words.min(1, "Write what you want to say.");
const Quote = z.string().max(4_000);

export const OpenReviewThread = z
  .object({
    candidateId: Id,
    part: PartKey,
    /** Uid of the block it is about. */
    uid: z.string().max(80).nullable().default(null),
    quote: Quote.default(""),
    body: Words.default(""),
    /** A wording for the quote, if one is proposed. */
    replacement: z.string().max(4_000).nullable().default(null),
  })
  .refine(({ body, replacement }) => body !== "" || replacement !== null, {
    path: ["body"],
    message: "Write what you want to say.",
  })
  .refine(({ quote, uid, replacement }) => replacement === null || (quote !== "" && uid !== null), {
    path: ["quote"],
    message: "Choose the words that you want to replace.",
  });
export type OpenReviewThread = z.output<typeof OpenReviewThread>;

/** Says something about a part of a candidate, or proposes other words for a passage of it. */
export async function openReviewThread(
  actor: Actor,
  input: OpenReviewThread,
): Promise<{ id: string }> {
  const { body, replacement, ...about } = input;
  return transaction(async (tx) => {
    const { specId } = await getCandidate(tx, { id: input.candidateId });
    const spec = await requireSpec(tx, actor, { id: specId });
    if (!canCommentInReview(actor, spec)) throw new Forbidden("comment in this review");
    return tx.reviewThread.create({
      data: {
        ...about,
        specId,
        openedById: actor.id,
        messages: {
          create: {
            kind: replacement === null ? "comment" : "suggestion",
            byId: actor.id,
            body,
            replacement,
          },
        },
      },
      select: { id: true },
    });
  });
}

export const AnswerReviewThread = z.object({ threadId: Id, body: Said });
export type AnswerReviewThread = z.infer<typeof AnswerReviewThread>;

export async function answerReviewThread(actor: Actor, input: AnswerReviewThread): Promise<void> {
  return transaction(async (tx) => {
    const { threadId, body } = input;
    await requireThread(tx, actor, threadId);
    await tx.reviewMessage.create({ data: { threadId, kind: "comment", byId: actor.id, body } });
  });
}

export const ResolveReviewThread = z.object({ threadId: Id, resolved: z.boolean() });
export type ResolveReviewThread = z.infer<typeof ResolveReviewThread>;

/** Closes a thread, or opens it again. Who did so stands in it. */
export async function resolveReviewThread(actor: Actor, input: ResolveReviewThread): Promise<void> {
  return transaction(async (tx) => {
    const { threadId, resolved } = input;
    await requireThread(tx, actor, threadId);
    const last = await tx.reviewMessage.findFirst({
      where: { threadId, kind: { in: ["resolved", "reopened"] } },
      orderBy: { at: "desc" },
      select: { kind: true },
    });
    if ((last?.kind === "resolved") === resolved) return;
    const kind = resolved ? "resolved" : "reopened";
    await tx.reviewMessage.create({ data: { threadId, kind, byId: actor.id } });
  });
}

async function requireThread(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const thread = await tx.reviewThread.findUnique({ where: { id }, select: { specId: true } });
  if (!thread) throw new NotFound("such thread");
  const spec = await requireSpec(tx, actor, { id: thread.specId });
  await lockReview(tx, spec.id);
  if (!canCommentInReview(actor, spec)) throw new Forbidden("comment in this review");
}
