import { z } from "zod";
import { describeTarget } from "@/lib/anchor/describe-target";
import { findTarget } from "@/lib/anchor/find-target";
import { writeTarget } from "@/lib/anchor/stored-target";
import { limitPosting } from "@/lib/auth/posting-limits";
import { recordEvent } from "@/lib/data/audit";
import { db } from "@/lib/data/db";
import { authorStanding, requirePublicSpec } from "@/lib/data/feedback-standing";
import { getReleaseIndex } from "@/lib/data/release-index";
import { getRelease } from "@/lib/data/releases";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Forbidden, Invalid } from "@/lib/errors";
import { THREAD_KINDS } from "@/lib/feedback/kinds";
import type { Actor } from "@/lib/policy/actor";
import { canComment } from "@/lib/policy/feedback";
import { addComment, requireFewLinks, type PostedComment } from "./add-comment";
import { CommentBody, Id, Replacement } from "../people/fields";
import { follow } from "./follow";
import { placeInLaterReleases } from "./place-threads";

const QuotePart = z.string().max(4_000);

export const OpenThread = z.object({
  specId: Id,
  /** The label of the release that was read. */
  release: z.string().min(1).max(80),
  /** What was pointed at: see lib/anchor/find-target.ts. */
  on: z.string().min(1, "Say what your comment is about.").max(200),
  /** The words that were selected; empty for the whole of it. */
  quote: z
    .object({ exact: QuotePart, prefix: QuotePart.default(""), suffix: QuotePart.default("") })
    .nullable()
    .default(null),
  kind: z.enum(THREAD_KINDS, "Choose what you want to say."),
  body: CommentBody,
  replacement: Replacement.default(""),
  writtenForMs: z.number().min(0).nullable().default(null),
});
export type OpenThread = z.infer<typeof OpenThread>;

export interface OpenedThread extends PostedComment {
  threadId: string;
  threadNumber: number;
}

/**
 * Says something about a clause, an example, a response or a passage of a release. It is placed at once
 * in the releases that came after.
 *
 * @throws Invalid when what was pointed at does not stand in the release, or there are too many links.
 * @throws TooManyRequests, Forbidden, NotFound
 */
export async function openThread(actor: Actor, input: OpenThread, at: Date): Promise<OpenedThread> {
  const spec = await requirePublicSpec(db(), actor, { id: input.specId });
  if (!canComment(actor, spec)) {
    throw new Forbidden("comment on this spec now", "Comments are closed.");
  }
  const standing = await authorStanding(db(), actor, spec);
  requireFewLinks(`${input.body}\n${input.replacement ?? ""}`, standing);
  const release = await getRelease(db(), spec.id, input.release);
  const index = await getReleaseIndex(db(), release.documentHash);
  const target = findTarget(index, input);
  if (!target) {
    throw new Invalid("What you commented on does not stand in this release.", {
      on: "Open the release again and choose it there.",
    });
  }
  const place = describeTarget(index, target);
  await limitPosting(
    {
      authorId: actor.id,
      since: standing.since,
      standing,
      opensThread: true,
      place: `${spec.id} ${place.sectionUid}`,
      slowModeMinutes: spec.slowModeMinutes,
    },
    at,
  );
  return transaction(async (tx) => {
    // With the lock, a release that is recorded meanwhile comes before or after, never in between.
    const number = await nextNumber(tx, spec.id);
    const thread = await tx.thread.create({
      data: {
        specId: spec.id,
        number,
        kind: input.kind,
        releaseId: release.id,
        target: writeTarget(target),
        ...place,
        openedById: actor.id,
        openedAt: at,
      },
      select: { id: true, specId: true, releaseId: true },
    });
    const { body, replacement, writtenForMs } = input;
    await recordEvent(tx, {
      kind: "thread.opened",
      actorId: actor.id,
      specId: spec.id,
      payload: { thread: thread.id, number, kind: input.kind, release: release.label },
    });
    const posted = await addComment(
      tx,
      actor,
      {
        thread,
        body,
        replacement: input.kind === "suggestion" ? replacement : null,
        writtenForMs,
      },
      standing,
      at,
    );
    await follow(tx, { userId: actor.id, specId: spec.id, threadId: thread.id }, at);
    await placeInLaterReleases(tx, thread, target, release.number);
    return { ...posted, threadId: thread.id, threadNumber: number };
  });
}

async function nextNumber(tx: Transaction, specId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Spec" WHERE id = ${specId}::uuid FOR UPDATE`;
  const last = await tx.thread.aggregate({ where: { specId }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}
