import { createHash } from "node:crypto";
import { fold } from "@/lib/anchor/fold";
import { recordEvent } from "@/lib/data/audit";
import type { Transaction } from "@/lib/data/transaction";
import { Conflict, Invalid } from "@/lib/errors";
import { linkCount } from "@/lib/feedback/comment-text";
import { holdReason } from "@/lib/feedback/hold-reason";
import { mostLinks, type AuthorStanding } from "@/lib/feedback/trust";
import type { Actor } from "@/lib/policy/actor";
import { ensureByline } from "./ensure-byline";

export interface NewComment {
  thread: { id: string; specId: string };
  body: string;
  replacement?: string | null;
  isOfficial?: boolean;
  /** How long the form was open, null when unknown. */
  writtenForMs: number | null;
}

export interface PostedComment {
  id: string;
  number: number;
  /** Why it waits for a moderator; empty when it can be read at once. */
  heldBecause: string;
}

/**
 * Adds a comment to a thread that the caller has locked, held back or at once, and records it.
 *
 * @throws Conflict when the author has said just this already.
 */
export async function addComment(
  tx: Transaction,
  actor: Actor,
  comment: NewComment,
  standing: AuthorStanding,
  at: Date,
): Promise<PostedComment> {
  const { thread, body, replacement = null, isOfficial = false, writtenForMs } = comment;
  const wordsHash = hashOfWords(body);
  const again = await tx.comment.findFirst({
    where: {
      wordsHash,
      authorId: actor.id,
      thread: { specId: thread.specId },
      state: { not: "withdrawn" },
    },
    select: { id: true },
  });
  if (again) throw new Conflict("You have said just this already. Your first comment counts.");
  const others = await tx.comment.count({
    where: { wordsHash, thread: { specId: thread.specId }, authorId: { not: actor.id } },
  });
  const heldBecause = isOfficial
    ? ""
    : holdReason(standing, { writtenForMs, saidByOthers: others > 0 });
  await ensureByline(tx, actor.id);
  const last = await tx.comment.aggregate({
    where: { threadId: thread.id },
    _max: { number: true },
  });
  const created = await tx.comment.create({
    data: {
      threadId: thread.id,
      number: (last._max.number ?? 0) + 1,
      authorId: actor.id,
      body,
      replacement,
      isOfficial,
      state: heldBecause ? "held" : "visible",
      heldBecause,
      wordsHash,
      at,
    },
    select: { id: true, number: true },
  });
  await recordEvent(tx, {
    kind: "comment.posted",
    actorId: actor.id,
    specId: thread.specId,
    payload: { thread: thread.id, comment: created.id, held: heldBecause !== "", isOfficial },
  });
  return { ...created, heldBecause };
}

/** @throws Invalid when there are more links than the author may set. */
export function requireFewLinks(text: string, standing: AuthorStanding): void {
  const most = mostLinks(standing);
  if (linkCount(text) <= most) return;
  const words = `A comment may hold ${most} links. Keep the ones that matter most.`;
  throw new Invalid(words, { body: words });
}

/** The same words in other typography, capitals or spacing are the same words. */
export const hashOfWords = (body: string) =>
  createHash("sha256").update(fold(body).text.trim().toLowerCase()).digest("hex");
