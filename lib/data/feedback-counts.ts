import { CERTAIN } from "@/lib/anchor/place";
import type { Outcome } from "@/lib/feedback/outcomes";
import { db } from "./db";
import { sharedRead } from "./shared-read";
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
  /** Threads, of whatever release, whose change of the text can be read in this one. */
  landed: number;
  /** Comments that came in, those that everybody can read, those taken back. */
  received: number;
  published: number;
  withdrawn: number;
  waiting: number;
  hidden: { rule: string; count: number }[];
  appeals: { decided: number; upheld: number };
}

/** What came in on each release and what became of it, newest release first (QUALITY P7). */
export const listFeedbackNumbers = sharedRead(readNumbers);

async function readNumbers(specId: string): Promise<FeedbackNumbers[]> {
  const [releases, rows, hidden, appeals] = await Promise.all([
    db().release.findMany({
      where: { specId },
      orderBy: { number: "desc" },
      select: { id: true, label: true },
    }),
    countThreads(specId),
    countHidden(specId),
    countAppeals(specId),
  ]);
  return releases.map(({ id, label }) => {
    const here = <T extends { releaseId: string }>(rows: T[]) =>
      rows.filter(({ releaseId }) => releaseId === id);
    const written = here(rows);
    const sum = (of: readonly NumbersRow[], what: Counted) =>
      of.reduce((total, row) => total + row[what], 0);
    const ofOutcome = (outcome: Outcome | null) =>
      sum(
        written.filter((row) => row.outcome === outcome),
        "threads",
      );
    return {
      release: label,
      threads: sum(written, "threads"),
      open: ofOutcome(null),
      byOutcome: {
        adopted: ofOutcome("adopted"),
        clarified: ofOutcome("clarified"),
        deferred: ofOutcome("deferred"),
        set_aside: ofOutcome("set_aside"),
      },
      landed: sum(
        rows.filter(({ landedInId }) => landedInId === id),
        "threads",
      ),
      received: sum(written, "received"),
      published: sum(written, "published"),
      withdrawn: sum(written, "withdrawn"),
      waiting: sum(written, "waiting"),
      hidden: here(hidden).map(({ rule, count }) => ({ rule: ruleName(rule), count })),
      appeals: here(appeals)[0] ?? { decided: 0, upheld: 0 },
    };
  });
}

type Counted = "threads" | "received" | "published" | "withdrawn" | "waiting";
type NumbersRow = Record<Counted, number> & {
  releaseId: string;
  landedInId: string | null;
  outcome: Outcome | null;
};

/**
 * By the release that threads were written on and what became of them: those that can be read, and the
 * comments of all. Every comment is looked at once, however many there are.
 */
const countThreads = (specId: string) =>
  db().$queryRaw<NumbersRow[]>`
    SELECT t."releaseId", d."releaseId" AS "landedInId", d.outcome,
      (count(*) FILTER (WHERE t.published > 0 AND t."mergedIntoId" IS NULL))::int AS threads,
      sum(t.received)::int AS received, sum(t.published)::int AS published,
      sum(t.withdrawn)::int AS withdrawn, sum(t.waiting)::int AS waiting
    FROM (SELECT t.id, t."releaseId", t."mergedIntoId", count(*) AS received,
            count(*) FILTER (WHERE c.state = 'visible') AS published,
            count(*) FILTER (WHERE c.state = 'withdrawn') AS withdrawn,
            count(*) FILTER (WHERE c.state = 'held') AS waiting
          FROM "Thread" t JOIN "Comment" c ON c."threadId" = t.id
          WHERE t."specId" = ${specId}::uuid GROUP BY t.id) t
    LEFT JOIN "Disposition" d ON d."threadId" = t.id AND d."endedAt" IS NULL
    GROUP BY 1, 2, 3`;

const countHidden = (specId: string) =>
  db().$queryRaw<{ releaseId: string; rule: string | null; count: number }[]>`
    SELECT t."releaseId", m.rule, count(*)::int AS count
    FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId"
    JOIN LATERAL (SELECT rule FROM "Moderation" WHERE "commentId" = c.id AND deed = 'hidden'
                  ORDER BY at DESC LIMIT 1) m ON true
    WHERE c.state = 'hidden' AND t."specId" = ${specId}::uuid
    GROUP BY 1, 2 ORDER BY count DESC`;

const countAppeals = (specId: string) =>
  db().$queryRaw<{ releaseId: string; decided: number; upheld: number }[]>`
    SELECT t."releaseId", count(*)::int AS decided, (count(*) FILTER (WHERE a."isUpheld"))::int AS upheld
    FROM "Appeal" a JOIN "Comment" c ON c.id = a."commentId" JOIN "Thread" t ON t.id = c."threadId"
    WHERE t."specId" = ${specId}::uuid AND a."decidedAt" IS NOT NULL GROUP BY 1`;

/** Clauses that somebody spoke about, by title: for choosing one. */
export const listSpokenSections = sharedRead(
  (specId): Promise<{ uid: string; title: string }[]> => db().$queryRaw`
    SELECT * FROM (
      SELECT DISTINCT ON (t."sectionUid") t."sectionUid" AS uid, t."sectionTitle" AS title
      FROM "Thread" t
      WHERE t."specId" = ${specId}::uuid AND t."sectionUid" IS NOT NULL AND t."mergedIntoId" IS NULL
        AND EXISTS (SELECT FROM "Comment" c WHERE c."threadId" = t.id AND c.state = 'visible')
      ORDER BY t."sectionUid", t."openedAt" DESC) newest
    ORDER BY title`,
);

export interface ClauseStatistics {
  sectionUid: string | null;
  sectionId: string | null;
  sectionTitle: string;
  threads: number;
  open: number;
  questions: number;
  problems: number;
  suggestions: number;
  supports: number;
  supporters: number;
  /** Different people who opened these threads, as far as their accounts are still there. */
  people: number;
}

/** Which clauses are spoken about most, by where threads were written. */
export async function listClauseStatistics(specId: string): Promise<ClauseStatistics[]> {
  return db().$queryRaw<ClauseStatistics[]>`
    SELECT min(t."sectionUid") AS "sectionUid", t."sectionId", t."sectionTitle",
      count(*)::int AS threads,
      (count(*) FILTER (WHERE d.id IS NULL))::int AS open,
      (count(*) FILTER (WHERE t.kind = 'question'))::int AS questions,
      (count(*) FILTER (WHERE t.kind = 'problem'))::int AS problems,
      (count(*) FILTER (WHERE t.kind = 'suggestion'))::int AS suggestions,
      (count(*) FILTER (WHERE t.kind = 'support'))::int AS supports,
      COALESCE(sum(s.count), 0)::int AS supporters,
      count(DISTINCT t."openedById")::int AS people
    FROM "Thread" t
    LEFT JOIN "Disposition" d ON d."threadId" = t.id AND d."endedAt" IS NULL
    LEFT JOIN (SELECT "threadId", count(*) AS count FROM "ThreadSupport" GROUP BY 1) s
      ON s."threadId" = t.id
    WHERE t."specId" = ${specId}::uuid AND t."mergedIntoId" IS NULL
      AND EXISTS (SELECT 1 FROM "Comment" v WHERE v."threadId" = t.id AND v.state = 'visible')
    GROUP BY 2, 3 ORDER BY threads DESC, 3 LIMIT 200`;
}
