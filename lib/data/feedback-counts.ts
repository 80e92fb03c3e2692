import { CERTAIN } from "@/lib/anchor/place";
import type { Outcome } from "@/lib/feedback/outcomes";
import { db } from "./db";
import { ruleName } from "./thread-views";

export interface PlaceCount {
  sectionUid: string | null;
  /** Its id, for addresses. */
  sectionId: string | null;
  /** Uid of what is meant: the section's heading, an example, a response, a block. */
  uid: string;
  open: number;
  settled: number;
}

/** How many threads stand where in a release: what its margin shows. Public numbers only. */
export async function countByPlace(specId: string, releaseId: string): Promise<PlaceCount[]> {
  return db().$queryRaw<PlaceCount[]>`
    SELECT CASE WHEN p."threadId" IS NULL THEN t."sectionUid" ELSE p."sectionUid" END AS "sectionUid",
           CASE WHEN p."threadId" IS NULL THEN t."sectionId" ELSE p."sectionId" END AS "sectionId",
           CASE WHEN p."threadId" IS NULL THEN t.target ELSE p.target END->>'uid' AS uid,
           (count(*) FILTER (WHERE d.id IS NULL))::int AS open,
           (count(*) FILTER (WHERE d.id IS NOT NULL))::int AS settled
    FROM "Thread" t
    LEFT JOIN "ThreadPlacement" p ON p."threadId" = t.id AND p."releaseId" = ${releaseId}::uuid
    LEFT JOIN "Disposition" d ON d."threadId" = t.id AND d."endedAt" IS NULL
    JOIN "Comment" c ON c."threadId" = t.id AND c.number = 1 AND c.state <> 'held'
    WHERE t."specId" = ${specId}::uuid AND t."mergedIntoId" IS NULL
      AND (t."releaseId" = ${releaseId}::uuid
           OR (p.state <> 'gone' AND (p.confidence >= ${CERTAIN} OR p."decidedAt" IS NOT NULL)))
      AND EXISTS (SELECT 1 FROM "Comment" v WHERE v."threadId" = t.id AND v.state = 'visible')
    GROUP BY 1, 2, 3`;
}

export interface FeedbackNumbers {
  release: string;
  threads: number;
  open: number;
  byOutcome: Record<Outcome, number>;
  /** Comments that came in, those that everybody can read, those taken back. */
  received: number;
  published: number;
  withdrawn: number;
  waiting: number;
  hidden: { rule: string; count: number }[];
  appeals: { decided: number; upheld: number };
}

/** What came in on each release and what became of it, newest release first (QUALITY P7). */
export async function listFeedbackNumbers(specId: string): Promise<FeedbackNumbers[]> {
  const releases = await db().release.findMany({
    where: { specId },
    orderBy: { number: "desc" },
    select: { id: true, label: true },
  });
  return Promise.all(releases.map(({ id, label }) => numbersOf(id, label)));
}

async function numbersOf(releaseId: string, release: string): Promise<FeedbackNumbers> {
  const inRelease = { thread: { releaseId } };
  const [threads, outcomes, states, hidden, decided, upheld] = await Promise.all([
    db().thread.count({
      where: { releaseId, mergedIntoId: null, comments: { some: { state: "visible" } } },
    }),
    db().disposition.groupBy({
      by: ["outcome"],
      where: { endedAt: null, thread: { releaseId, mergedIntoId: null } },
      _count: { _all: true },
    }),
    db().comment.groupBy({ by: ["state"], where: inRelease, _count: { _all: true } }),
    listHiddenRules(releaseId),
    db().appeal.count({ where: { comment: inRelease, decidedAt: { not: null } } }),
    db().appeal.count({ where: { comment: inRelease, isUpheld: true } }),
  ]);
  const ofState = (state: string) => states.find((row) => row.state === state)?._count._all ?? 0;
  const byOutcome = { adopted: 0, clarified: 0, deferred: 0, set_aside: 0 };
  for (const { outcome, _count } of outcomes) byOutcome[outcome] = _count._all;
  const settled = Object.values(byOutcome).reduce((sum, count) => sum + count, 0);
  return {
    release,
    threads,
    open: Math.max(0, threads - settled),
    byOutcome,
    received: states.reduce((sum, { _count }) => sum + _count._all, 0),
    published: ofState("visible"),
    withdrawn: ofState("withdrawn"),
    waiting: ofState("held"),
    hidden,
    appeals: { decided, upheld },
  };
}

async function listHiddenRules(releaseId: string) {
  const rows = await db().$queryRaw<{ rule: string | null; count: number }[]>`
    SELECT m.rule, count(*)::int AS count FROM "Comment" c
    JOIN "Thread" t ON t.id = c."threadId"
    JOIN LATERAL (SELECT rule FROM "Moderation" WHERE "commentId" = c.id AND deed = 'hidden'
                  ORDER BY at DESC LIMIT 1) m ON true
    WHERE c.state = 'hidden' AND t."releaseId" = ${releaseId}::uuid
    GROUP BY m.rule ORDER BY count DESC`;
  return rows.map(({ rule, count }) => ({ rule: ruleName(rule), count }));
}

export interface ClauseStatistics {
  sectionId: string | null;
  sectionTitle: string;
  threads: number;
  open: number;
  questions: number;
  problems: number;
  suggestions: number;
  supports: number;
  supporters: number;
}

/** Which clauses are spoken about most, by where threads were written. */
export async function listClauseStatistics(specId: string): Promise<ClauseStatistics[]> {
  return db().$queryRaw<ClauseStatistics[]>`
    SELECT t."sectionId", t."sectionTitle", count(*)::int AS threads,
      (count(*) FILTER (WHERE d.id IS NULL))::int AS open,
      (count(*) FILTER (WHERE t.kind = 'question'))::int AS questions,
      (count(*) FILTER (WHERE t.kind = 'problem'))::int AS problems,
      (count(*) FILTER (WHERE t.kind = 'suggestion'))::int AS suggestions,
      (count(*) FILTER (WHERE t.kind = 'support'))::int AS supports,
      COALESCE(sum(s.count), 0)::int AS supporters
    FROM "Thread" t
    LEFT JOIN "Disposition" d ON d."threadId" = t.id AND d."endedAt" IS NULL
    LEFT JOIN (SELECT "threadId", count(*) AS count FROM "ThreadSupport" GROUP BY 1) s
      ON s."threadId" = t.id
    WHERE t."specId" = ${specId}::uuid AND t."mergedIntoId" IS NULL
      AND EXISTS (SELECT 1 FROM "Comment" v WHERE v."threadId" = t.id AND v.state = 'visible')
    GROUP BY 1, 2 ORDER BY threads DESC, 2 LIMIT 200`;
}
