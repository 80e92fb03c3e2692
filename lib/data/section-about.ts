import type { Actor } from "@/lib/policy/actor";
import { canSeeInbox } from "@/lib/policy/feedback";
import type { SectionAboutView, SectionReviewView } from "@/lib/draft/section-about-view";
import { requirePublicSpec } from "./feedback-standing";
import { findOpenCandidate } from "./candidates";
import { db } from "./db";
import { levelsOfSpec } from "./draft-document";
import { namesOf } from "./names";
import { loadReview } from "./review";
import { listReviewThreads } from "./review-threads";
import { requireSpec } from "./standing";
import { listThreads, viewerOf } from "./threads";

/** How many of a list stand beside the text; the page behind it has all. */
const MOST = 5;

/** @throws NotFound when the actor may not see the spec. */
export async function getSectionAbout(
  actor: Actor,
  slug: string,
  uid: string,
): Promise<SectionAboutView> {
  const spec = await requireSpec(db(), actor, { slug });
  const [levels, writers, feedback, review] = await Promise.all([
    levelsOfSpec(db(), spec.id),
    listWriters(spec.id, uid),
    canSeeInbox(actor, spec) ? listWaiting(actor, spec.id, uid) : null,
    findReview(spec.id, uid),
  ]);
  return { levels, writers, feedback, review };
}

/** Who wrote in a section of the draft, the last one first. */
async function listWriters(specId: string, uid: string): Promise<SectionAboutView["writers"]> {
  const rows = await db().$queryRaw<{ userId: string; lastAt: Date }[]>`
    SELECT "userId", max(at) AS "lastAt" FROM (
      SELECT c."userId", r.at FROM "RevisionContributor" c JOIN "Revision" r ON r.id = c."revisionId"
      WHERE r."specId" = ${specId}::uuid AND ${uid} = ANY(c.touched)
      UNION ALL
      -- What was written since the last revision is in the log alone.
      SELECT u."authorId", u.at FROM "DraftUpdate" u
      WHERE u."specId" = ${specId}::uuid AND u."authorId" IS NOT NULL AND ${uid} = ANY(u.touched)
        AND u.seq > coalesce((SELECT max(seq) FROM "Revision" WHERE "specId" = ${specId}::uuid), 0)
    ) written
    GROUP BY "userId" ORDER BY "lastAt" DESC LIMIT ${MOST}`;
  const names = await namesOf(
    db(),
    rows.map(({ userId }) => userId),
  );
  return rows.map(({ userId, lastAt }) => ({
    person: names(userId),
    lastAt: lastAt.toISOString(),
  }));
}

/** Open threads on the section where it stands in the newest release, the oldest first. */
async function listWaiting(actor: Actor, specId: string, sectionUid: string) {
  const spec = await requirePublicSpec(db(), actor, { id: specId });
  const newest = await db().release.findFirst({
    where: { specId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!newest) return [];
  const { threads } = await listThreads(specId, viewerOf(actor, spec), {
    status: "open",
    releaseId: newest.id,
    sectionUid,
    sort: "oldest",
    perPage: MOST,
  });
  return threads.map(({ number, opening, replies }) => ({ number, words: opening.body, replies }));
}

async function findReview(specId: string, uid: string): Promise<SectionReviewView | null> {
  const candidate = await findOpenCandidate(db(), specId);
  if (!candidate) return null;
  const { approval } = await loadReview(db(), candidate);
  const part = approval.parts.find(({ part: { key } }) => key === uid);
  const threads = (await listReviewThreads(db(), candidate)).filter(
    (thread) => thread.part === uid && !thread.isResolved,
  );
  if (!part && threads.length === 0) return null;
  const names = await namesOf(db(), part?.approvedBy ?? []);
  return {
    number: candidate.number,
    label: candidate.label,
    state: part?.state ?? null,
    approvedBy: (part?.approvedBy ?? []).map(names),
    needed: part?.needed ?? 0,
    threads: threads
      .slice(0, MOST)
      .flatMap(({ quote, messages: [first] }) =>
        first ? [{ quote, words: first.body, by: first.by }] : [],
      ),
  };
}
