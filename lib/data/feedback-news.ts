import { CERTAIN } from "@/lib/anchor/place";
import type { News, OwnDeed } from "@/lib/feedback/news";
import { outcomeSentence } from "@/lib/feedback/outcomes";
import { db } from "./db";
import type { Prisma } from "./generated/client";
import type { Reader } from "./reader";
import {
  COMMENT_FIELDS,
  commentView,
  DISPOSITION_FIELDS,
  dispositionView,
  PUBLIC_VIEWER,
  ruleName,
  type CommentRow,
} from "./thread-views";

/** What is told of things that somebody follows, and of what they said themselves. */
const FOLLOWED = ["comment.posted", "comment.approved", "comment.restored", "thread.settled"];
const LANDED = ["release.published", "release.imported"];
const OWN = ["comment.approved", "comment.hidden", "comment.restored", "appeal.decided"];

/** What is older is no news: mail that was switched on late tells nobody of last year. */
const OLDEST_DAYS = 14;
/** Enough for one mail; the pages tell the rest. */
const MOST = 60;

/** The number of the newest event that is on record for certain. Events are numbered as they commit. */
export async function newestEvent(reader: Reader): Promise<bigint> {
  const { _max } = await reader.auditEvent.aggregate({ _max: { seq: true } });
  return _max.seq ?? 0n;
}

/**
 * Whom something may be told that they have not been told: people with a proven address who want mail,
 * for whom it is time. `listNews` says exactly what.
 */
export async function listPeopleToTell(): Promise<{ id: string; name: string; email: string }[]> {
  return db().$queryRaw`
    SELECT u.id, u.name, u.email
    FROM "User" u
    LEFT JOIN "FeedbackMail" m ON m."userId" = u.id
    WHERE u.email IS NOT NULL AND u."emailVerified" IS NOT NULL
      AND u."suspendedAt" IS NULL AND u."erasedAt" IS NULL
      AND coalesce(m.pace, 'daily') <> 'never'
      AND (m."nextAt" IS NULL OR m."nextAt" <= clock_timestamp())
      AND (
        EXISTS (
          SELECT FROM "Follow" f JOIN "AuditEvent" e ON e."specId" = f."specId"
          WHERE f."userId" = u.id AND e.seq > greatest(f."sinceSeq", coalesce(m."toldSeq", 0))
            AND e.kind = ANY(${[...FOLLOWED, ...LANDED]}) AND e."actorId" IS DISTINCT FROM u.id)
        OR EXISTS (
          SELECT FROM "AuditEvent" e
          WHERE e."subjectId" = u.id AND e.seq > coalesce(m."toldSeq", 0) AND e.kind = ANY(${OWN})))
    ORDER BY u.id`;
}

/**
 * What happened since, in the order it happened: in what somebody follows, by others, and to their own
 * comments. Nothing that the public cannot read, save for what was done with one's own words.
 *
 * @param after The last event they were told of.
 * @param until The last one to look at.
 */
export async function listNews(
  reader: Reader,
  userId: string,
  after: bigint,
  until: bigint,
): Promise<News[]> {
  const events = await listEvents(reader, userId, after, until);
  const ids = (name: "threadId" | "commentId") => [
    ...new Set(events.flatMap((event) => event[name] ?? [])),
  ];
  // One after the other: this runs inside a transaction, which is one connection.
  const comments = await readComments(reader, ids("commentId"));
  const threads = await readThreads(reader, { id: { in: ids("threadId") } });
  const landed = await readThreads(reader, landedIn(userId, events));
  const told = new Map<string, News>();
  for (const event of events) {
    for (const news of newsOf(event, userId, comments, threads, landed)) {
      // Posted and let through since the last mail is one piece of news, and so is what was decided twice.
      const key = `${news.kind} ${news.path}`;
      told.delete(key);
      told.set(key, news);
    }
  }
  return [...told.values()];
}

interface EventRow {
  kind: string;
  threadId: string | null;
  commentId: string | null;
  releaseId: string | null;
  isUpheld: boolean | null;
}

function listEvents(reader: Reader, userId: string, after: bigint, until: bigint) {
  return reader.$queryRaw<EventRow[]>`
    WITH recent AS MATERIALIZED (
      SELECT seq, kind, "specId", "subjectId", payload FROM "AuditEvent"
      WHERE seq > ${after} AND seq <= ${until} AND kind = ANY(${[...FOLLOWED, ...LANDED, ...OWN]})
        AND at > clock_timestamp() - make_interval(days => ${OLDEST_DAYS})
        AND "actorId" IS DISTINCT FROM ${userId}::uuid
        AND ("subjectId" = ${userId}::uuid
          OR "specId" IN (SELECT "specId" FROM "Follow" WHERE "userId" = ${userId}::uuid)))
    SELECT e.kind, t.id AS "threadId", c.id AS "commentId",
           (e.payload->>'release')::uuid AS "releaseId", (e.payload->>'upheld')::boolean AS "isUpheld"
    FROM recent e
    LEFT JOIN "Comment" c ON c.id = (e.payload->>'comment')::uuid
    LEFT JOIN "Thread" t ON t.id = coalesce(c."threadId", (e.payload->>'thread')::uuid)
    WHERE (e."subjectId" = ${userId}::uuid AND e.kind = ANY(${OWN}))
      OR (e.kind <> ALL(${["comment.hidden", "appeal.decided"]}) AND EXISTS (
        SELECT FROM "Follow" f
        WHERE f."userId" = ${userId}::uuid AND f."specId" = e."specId" AND f."sinceSeq" < e.seq
          AND (e.kind = ANY(${LANDED})
            OR (f."threadId" IS NULL AND f."sectionUid" IS NULL)
            OR f."threadId" = t.id
            OR f."threadId" IN (SELECT id FROM "Thread" WHERE "mergedIntoId" = t.id)
            OR f."sectionUid" = t."sectionUid"
            OR f."sectionUid" IN (
              SELECT p."sectionUid" FROM "ThreadPlacement" p
              WHERE p."threadId" = t.id
                AND (p.confidence >= ${CERTAIN} OR p."decidedAt" IS NOT NULL)))))
    ORDER BY e.seq LIMIT ${MOST}`;
}

const THREAD_NEWS = {
  id: true,
  number: true,
  kind: true,
  sectionTitle: true,
  spec: { select: { slug: true, title: true } },
  comments: { where: { number: 1 }, select: { state: true } },
  dispositions: {
    where: { endedAt: null },
    take: 1,
    select: { ...DISPOSITION_FIELDS, releaseId: true },
  },
} satisfies Prisma.ThreadSelect;

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof THREAD_NEWS }>;

async function readThreads(
  reader: Reader,
  where: Prisma.ThreadWhereInput,
): Promise<ReadonlyMap<string, ThreadRow>> {
  const rows = await reader.thread.findMany({ where, select: THREAD_NEWS });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Threads that were to change the text and did so in one of the releases, as far as one follows them. */
function landedIn(userId: string, events: readonly EventRow[]): Prisma.ThreadWhereInput {
  const releaseIds = events.flatMap(({ releaseId }) => releaseId ?? []);
  return {
    dispositions: { some: { endedAt: null, releaseId: { in: releaseIds } } },
    OR: [
      { follows: { some: { userId } } },
      { spec: { follows: { some: { userId, threadId: null, sectionUid: null } } } },
    ],
  };
}

async function readComments(reader: Reader, ids: string[]) {
  const rows = await reader.comment.findMany({
    where: { id: { in: ids } },
    select: COMMENT_FIELDS,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

function newsOf(
  { kind, threadId, commentId, releaseId, isUpheld }: EventRow,
  userId: string,
  comments: ReadonlyMap<string, CommentRow>,
  threads: ReadonlyMap<string, ThreadRow>,
  landed: ReadonlyMap<string, ThreadRow>,
): News[] {
  if (releaseId) {
    return [...landed.values()]
      .filter(({ dispositions }) => dispositions[0]?.releaseId === releaseId)
      .flatMap((thread) => settled("landed", thread));
  }
  const thread = threadId ? threads.get(threadId) : undefined;
  if (!thread) return [];
  if (kind === "thread.settled") return settled("settled", thread);
  const comment = commentId ? comments.get(commentId) : undefined;
  if (!comment) return [];
  const about = aboutThread(thread, comment.number);
  if (comment.authorId === userId) {
    const deed =
      kind === "appeal.decided"
        ? isUpheld
          ? "appeal_upheld"
          : "appeal_turned_down"
        : OWN_DEEDS[kind];
    const { rule = null, reason = "" } = comment.moderation[0] ?? {};
    const words = deed === "hidden" ? `${ruleName(rule)}. ${reason}` : "";
    return deed ? [{ ...about, kind: "own", deed, reason: words }] : [];
  }
  // Let through and hidden again since: there is nothing to tell.
  if (comment.state !== "visible" || thread.comments[0]?.state === "held") return [];
  const { byline, isOfficial, body } = commentView(comment, PUBLIC_VIEWER);
  const opens = comment.number === 1 ? thread.kind : null;
  return [{ ...about, kind: "comment", byline, isOfficial, opens, body }];
}

const OWN_DEEDS: Readonly<Record<string, OwnDeed>> = {
  "comment.approved": "approved",
  "comment.hidden": "hidden",
  "comment.restored": "restored",
};

function settled(kind: "settled" | "landed", thread: ThreadRow): News[] {
  const [row] = thread.dispositions;
  if (!row || thread.comments[0]?.state === "held") return [];
  const disposition = dispositionView(row);
  const outcome = outcomeSentence(disposition.outcome, disposition);
  return [{ ...aboutThread(thread), kind, outcome, reason: disposition.reason }];
}

const aboutThread = ({ spec, number, sectionTitle }: ThreadRow, comment?: number) => ({
  spec,
  section: sectionTitle,
  path: `/${spec.slug}/feedback/${number}${comment ? `#comment-${comment}` : ""}`,
});
