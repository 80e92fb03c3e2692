import { bylineView } from "@/lib/feedback/byline";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canDecideAppeal, canModerate } from "@/lib/policy/feedback";
import { db } from "./db";
import { requirePublicSpec } from "./feedback-standing";
import { COMMENT_FIELDS, ruleName } from "./thread-views";

export interface QueuedComment {
  id: string;
  threadNumber: number;
  sectionTitle: string;
  quote: string;
  author: string;
  /** Comments of this author that were approved and hidden before. */
  record: { approved: number; hidden: number };
  body: string;
  replacement: string | null;
  at: string;
  heldBecause: string;
  isOwn: boolean;
  reports: { rule: string; words: string; at: string }[];
}

export interface QueuedAppeal {
  id: string;
  commentId: string;
  threadNumber: number;
  body: string;
  rule: string;
  reason: string;
  words: string;
  at: string;
  /** Whether this moderator may decide it: somebody else than the author and who hid it. */
  mayDecide: boolean;
}

/** Longest first: what waits, what was reported, who appeals. @throws Forbidden, NotFound */
export async function getModerationQueue(
  actor: Actor,
  specId: string,
): Promise<{ held: QueuedComment[]; reported: QueuedComment[]; appeals: QueuedAppeal[] }> {
  const spec = await requirePublicSpec(db(), actor, { id: specId });
  if (!canModerate(actor, spec)) throw new Forbidden("see what waits for moderators");
  const [held, reported, appeals] = await Promise.all([
    listQueued(actor, { state: "held", thread: { specId } }),
    listQueued(actor, {
      state: "visible",
      thread: { specId },
      reports: { some: { resolvedAt: null } },
    }),
    db().appeal.findMany({
      where: { decidedAt: null, comment: { thread: { specId } } },
      orderBy: { at: "asc" },
      take: 100,
      select: {
        id: true,
        byId: true,
        commentId: true,
        words: true,
        at: true,
        moderation: { select: { byId: true, rule: true, reason: true } },
        comment: { select: { body: true, thread: { select: { number: true } } } },
      },
    }),
  ]);
  return {
    held,
    reported,
    appeals: appeals.map(({ comment, moderation, byId, at, ...appeal }) => ({
      ...appeal,
      at: at.toISOString(),
      threadNumber: comment.thread.number,
      body: comment.body,
      rule: ruleName(moderation.rule),
      reason: moderation.reason,
      mayDecide: canDecideAppeal(actor, spec, { byId, moderatorId: moderation.byId }),
    })),
  };
}

async function listQueued(actor: Actor, where: object): Promise<QueuedComment[]> {
  const rows = await db().comment.findMany({
    where,
    orderBy: { at: "asc" },
    take: 100,
    select: {
      ...COMMENT_FIELDS,
      thread: { select: { number: true, sectionTitle: true, quote: true } },
      reports: { where: { resolvedAt: null }, select: { rule: true, words: true, at: true } },
    },
  });
  const records = await recordsOf(rows.flatMap(({ authorId }) => authorId ?? []));
  return rows.map((row) => {
    const { author } = row;
    const record = row.authorId ? records.get(row.authorId) : undefined;
    return {
      id: row.id,
      threadNumber: row.thread.number,
      sectionTitle: row.thread.sectionTitle,
      quote: row.thread.quote,
      author: bylineView(author?.byline && { ...author.byline, user: { name: author.name } }).name,
      record: record ?? { approved: 0, hidden: 0 },
      body: row.body,
      replacement: row.replacement,
      at: row.at.toISOString(),
      heldBecause: row.heldBecause,
      isOwn: row.authorId === actor.id,
      reports: row.reports.map(({ rule, words, at }) => ({
        rule: ruleName(rule),
        words,
        at: at.toISOString(),
      })),
    };
  });
}

async function recordsOf(authorIds: string[]) {
  const rows = await db().$queryRaw<{ authorId: string; approved: number; hidden: number }[]>`
    SELECT c."authorId",
      (count(DISTINCT c.id) FILTER (WHERE m.deed = 'approved'))::int AS approved,
      (count(DISTINCT c.id) FILTER (WHERE m.deed = 'hidden'))::int AS hidden
    FROM "Comment" c JOIN "Moderation" m ON m."commentId" = c.id
    WHERE c."authorId" = ANY(${authorIds}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ authorId, ...record }) => [authorId, record]));
}
