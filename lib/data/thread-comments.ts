import type {
  CommentView,
  DispositionView,
  OwnCommentView,
  PlacementView,
} from "@/lib/feedback/views";
import type { Actor } from "@/lib/policy/actor";
import { canEditComment, canReportComment, canWithdrawComment } from "@/lib/policy/feedback";
import { db } from "./db";
import type { Prisma } from "./generated/client";
import {
  COMMENT_FIELDS,
  commentView,
  DISPOSITION_FIELDS,
  dispositionView,
  PLACEMENT_FIELDS,
  placementView,
  PUBLIC_VIEWER,
  type Viewer,
} from "./thread-views";

/** Comments that one page of a thread shows. */
export const COMMENTS_PER_PAGE = 50;

/** A page of a thread's comments in the order they came, without those that wait for a moderator. */
export async function listComments(
  threadId: string,
  viewer: Viewer,
  page = 1,
): Promise<{ comments: CommentView[]; total: number }> {
  const where = shownTo(viewer, threadId);
  const [total, rows] = await Promise.all([
    db().comment.count({ where }),
    db().comment.findMany({
      where,
      select: COMMENT_FIELDS,
      orderBy: { number: "asc" },
      skip: (page - 1) * COMMENTS_PER_PAGE,
      take: COMMENTS_PER_PAGE,
    }),
  ]);
  return { comments: rows.map((row) => commentView(row, viewer)), total };
}

/** Where the newest official answer of a thread stands: its number, and its page for this viewer. */
export async function findOfficialAnswer(
  threadId: string,
  viewer: Viewer,
): Promise<{ number: number; page: number } | null> {
  const answer = await db().comment.findFirst({
    where: { threadId, isOfficial: true, state: "visible" },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  if (!answer) return null;
  const { number } = answer;
  const before = await db().comment.count({
    where: { ...shownTo(viewer, threadId), number: { lt: number } },
  });
  return { number, page: Math.floor(before / COMMENTS_PER_PAGE) + 1 };
}

function shownTo({ actorId, moderates }: Viewer, threadId: string): Prisma.CommentWhereInput {
  if (moderates) return { threadId };
  return {
    threadId,
    OR: [{ state: { not: "held" } }, ...(actorId ? [{ authorId: actorId }] : [])],
  };
}

/** Comments of several threads in one query, as everybody reads them: the first ones, by the threads' ids. */
export async function listFirstComments(
  threadIds: readonly string[],
  most: number,
): Promise<Map<string, CommentView[]>> {
  const rows = await db().thread.findMany({
    where: { id: { in: [...threadIds] } },
    select: {
      id: true,
      comments: {
        where: { state: { not: "held" } },
        orderBy: { number: "asc" },
        take: most,
        select: COMMENT_FIELDS,
      },
    },
  });
  return new Map(
    rows.map(({ id, comments }) => [id, comments.map((row) => commentView(row, PUBLIC_VIEWER))]),
  );
}

/** What the actor may do with comments, and what became of their own, by the comments' ids. */
export async function findOwnSides(
  actor: Actor,
  commentIds: readonly string[],
): Promise<Map<string, OwnCommentView>> {
  const rows = await db().comment.findMany({
    where: { id: { in: [...commentIds] } },
    select: {
      id: true,
      authorId: true,
      state: true,
      heldBecause: true,
      moderation: {
        where: { deed: "hidden" },
        orderBy: { at: "desc" },
        take: 1,
        select: {
          appeals: { select: { at: true, decidedAt: true, isUpheld: true, answer: true } },
        },
      },
    },
  });
  return new Map(
    rows.map((row) => {
      const isOwn = row.authorId === actor.id;
      const appeal = isOwn ? row.moderation[0]?.appeals[0] : undefined;
      return [
        row.id,
        {
          isOwn,
          heldBecause: isOwn ? row.heldBecause : "",
          mayEdit: canEditComment(actor, row),
          mayWithdraw: canWithdrawComment(actor, row),
          mayReport: canReportComment(actor, row),
          mayAppeal: isOwn && row.state === "hidden" && !appeal,
          appeal: appeal
            ? {
                at: appeal.at.toISOString(),
                decidedAt: appeal.decidedAt?.toISOString() ?? null,
                isUpheld: appeal.isUpheld,
                answer: appeal.answer,
              }
            : null,
        },
      ];
    }),
  );
}

/** Everything that was decided about a thread and everywhere it was placed, oldest first. */
export async function getThreadStory(
  threadId: string,
): Promise<{ dispositions: DispositionView[]; placements: PlacementView[] }> {
  const [dispositions, placements] = await Promise.all([
    db().disposition.findMany({
      where: { threadId },
      orderBy: { at: "asc" },
      select: DISPOSITION_FIELDS,
    }),
    db().threadPlacement.findMany({
      where: { threadId },
      orderBy: { release: { number: "asc" } },
      select: PLACEMENT_FIELDS,
    }),
  ]);
  return {
    dispositions: dispositions.map(dispositionView),
    placements: placements.map(placementView),
  };
}

/** Whether the actor supports and follows a thread. */
export async function getOwnStand(
  actor: Actor,
  threadId: string,
): Promise<{ supports: boolean; follows: boolean }> {
  const [support, follow] = await Promise.all([
    db().threadSupport.count({ where: { threadId, userId: actor.id } }),
    db().follow.count({ where: { threadId, userId: actor.id } }),
  ]);
  return { supports: support > 0, follows: follow > 0 };
}
