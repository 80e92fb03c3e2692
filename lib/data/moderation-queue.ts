import { bylineView } from "@/lib/feedback/byline";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canDecideAppeal, canModerate } from "@/lib/policy/feedback";
import { db } from "./db";
import { requirePublicSpec, type PublicSpecRecord } from "./feedback-standing";
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
  /** Since when a moderator is asked for: since it was said, or since it was first reported. */
  waitsSince: string;
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

/** What one page of the queue shows of each part: enough to work through, quick to load again after each. */
const QUEUED_PER_PAGE = 25;

export interface ModerationQueue {
  /** The page that is shown: the last one when there are fewer than asked for. */
  page: number;
  pages: number;
  appeals: QueuedAppeal[];
  reported: QueuedComment[];
  held: QueuedComment[];
  /** How many there are of each, on all pages, and how many wait since before `lateBefore`. */
  totals: { appeals: number; reported: number; held: number; late: number };
}

/**
 * A page of what waits for moderators, longest first.
 *
 * @param page From 1.
 * @param lateBefore What was said before that waited too long.
 * @throws Forbidden, NotFound
 */
export async function getModerationQueue(
  actor: Actor,
  specId: string,
  { page: asked, lateBefore }: { page: number; lateBefore: Date },
): Promise<ModerationQueue> {
  const spec = await requirePublicSpec(db(), actor, { id: specId });
  if (!canModerate(actor, spec)) throw new Forbidden("see what waits for moderators");
  const held = heldIn(specId);
  const reported = reportedIn(specId);
  const appealed = appealedIn(specId);
  const [heldTotal, reportedTotal, appealsTotal, late] = await Promise.all([
    db().comment.count({ where: held }),
    db().comment.count({ where: reported }),
    db().appeal.count({ where: appealed }),
    db().comment.count({ where: { ...held, at: { lt: lateBefore } } }),
  ]);
  const most = Math.max(heldTotal, reportedTotal, appealsTotal);
  const pages = Math.max(1, Math.ceil(most / QUEUED_PER_PAGE));
  const page = Math.min(asked, pages);
  return {
    page,
    pages,
    appeals: await listAppeals(actor, spec, appealed, page),
    reported: await listQueued(actor, reported, page),
    held: await listQueued(actor, held, page),
    totals: { appeals: appealsTotal, reported: reportedTotal, held: heldTotal, late },
  };
}

/** Comments that nobody reads before a moderator looked. */
export const heldIn = (specId: string) => ({ state: "held" as const, thread: { specId } });

/** Comments that somebody reported and no moderator looked at since. */
export const reportedIn = (specId: string) => ({
  state: "visible" as const,
  thread: { specId },
  reports: { some: { resolvedAt: null } },
});

/** Appeals that nobody has decided. */
export const appealedIn = (specId: string) => ({
  decidedAt: null,
  comment: { thread: { specId } },
});

const pageOf = (page: number) => ({
  // The id settles what came at the same moment, so that no page skips or repeats anything.
  orderBy: [{ at: "asc" as const }, { id: "asc" as const }],
  skip: (page - 1) * QUEUED_PER_PAGE,
  take: QUEUED_PER_PAGE,
});

async function listAppeals(
  actor: Actor,
  spec: PublicSpecRecord,
  where: ReturnType<typeof appealedIn>,
  page: number,
): Promise<QueuedAppeal[]> {
  const rows = await db().appeal.findMany({
    where,
    ...pageOf(page),
    select: {
      id: true,
      byId: true,
      commentId: true,
      words: true,
      at: true,
      moderation: { select: { byId: true, rule: true, reason: true } },
      comment: { select: { body: true, thread: { select: { number: true } } } },
    },
  });
  return rows.map(({ comment, moderation, byId, at, ...appeal }) => ({
    ...appeal,
    at: at.toISOString(),
    threadNumber: comment.thread.number,
    body: comment.body,
    rule: ruleName(moderation.rule),
    reason: moderation.reason,
    mayDecide: canDecideAppeal(actor, spec, { byId, moderatorId: moderation.byId }),
  }));
}

async function listQueued(actor: Actor, where: object, page: number): Promise<QueuedComment[]> {
  const rows = await db().comment.findMany({
    where,
    ...pageOf(page),
    select: {
      ...COMMENT_FIELDS,
      thread: { select: { number: true, sectionTitle: true, quote: true } },
      reports: {
        where: { resolvedAt: null },
        orderBy: { at: "asc" },
        select: { rule: true, words: true, at: true },
      },
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
      waitsSince: (row.reports[0]?.at ?? row.at).toISOString(),
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
