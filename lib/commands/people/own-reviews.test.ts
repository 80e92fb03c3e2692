import pg from "pg";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getOwnData } from "@/lib/data/own-data";
import { useDatabase } from "@/lib/testing/database";
import { person } from "@/lib/testing/people";
import { approve, cut, publish, review, reviewScene, write } from "@/lib/testing/review";
import { DEFAULT_RULES } from "@/lib/workflow/review-rules";
import { assignReviewer } from "../review/assign-reviewer";
import { askBreakGlass, confirmBreakGlass } from "../review/break-glass";
import { addErratum, withdrawRelease } from "../review/correct-release";
import { markEditorial } from "../review/mark-editorial";
import { requestChanges } from "../review/request-changes";
import { retractApproval } from "../review/retract-approval";
import { openReviewThread } from "../review/review-thread";
import { saveReviewRules } from "../review/save-review-rules";
import { cancelSchedule, scheduleRelease } from "../review/schedule-release";
import { liftObjection } from "../review/settle-objection";
import { takeUpSuggestion } from "../review/take-up-suggestion";
import { tickChange } from "../review/tick-change";

const database = useDatabase();
const now = () => new Date();

/** By table: how many rows say the id of somebody, in whatever column. From the database itself. */
async function rowsNaming(userId: string): Promise<Record<string, number>> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ table: string; condition: string }>(`
      SELECT table_name AS table, string_agg(format('%I = $1', column_name), ' OR ') AS condition
      FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND data_type = 'uuid' AND table_type = 'BASE TABLE'
      GROUP BY table_name`);
    const found: Record<string, number> = {};
    for (const { table, condition } of tables) {
      const { rows } = await owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${table}" WHERE ${condition}`,
        [userId],
      );
      if (rows[0]!.n > 0) found[table] = rows[0]!.n;
    }
    return found;
  } finally {
    await owner.end();
  }
}

/** By table: how many of its rows one's own data holds. */
async function rowsShown(actor: Parameters<typeof getOwnData>[0]) {
  const { profile, reviews: own, ...data } = await getOwnData(actor);
  const shown: Record<string, number> = {
    User: profile ? 1 : 0,
    Spec: data.specs.length,
    Member: new Set([...data.memberships, ...data.membersAdded].map((m) => m.specId + m.userId))
      .size,
    AuditEvent: data.auditEvents.length,
    RevisionContributor: data.revisions.written.length,
    Revision: data.revisions.made.length,
    RevisionName: data.revisions.named.length,
    DraftUpdate: own.draftUpdates.length,
    CandidateAuthor: own.movedWords.length,
    Candidate: own.candidates.length,
    CandidateClosure: own.closedCandidates.length,
    ReviewAssignment: own.assignments.length,
    SectionView: own.ticks.length,
    Approval: own.approvals.length,
    ApprovalRetraction: own.retractions.length,
    Objection: own.objections.length,
    ObjectionEnd: own.settledObjections.length,
    EditorialMark: own.editorialMarks.length,
    ReviewThread: own.reviewThreads.length,
    ReviewMessage: own.reviewMessages.length,
    AppliedSuggestion: own.suggestions.length,
    Release: own.releases.length,
    ReleaseErratum: own.errata.length,
    ReleaseWithdrawal: own.withdrawals.length,
    PublishSchedule: own.schedules.length,
    ScheduleEnd: own.endedSchedules.length,
    BreakGlass: own.overrides.length,
    BreakGlassConfirmation: own.confirmedOverrides.length,
    ReviewSettings: own.reviewRules.length,
  };
  return Object.fromEntries(Object.entries(shown).filter(([, rows]) => rows > 0));
}

describe("one's own data", () => {
  it("holds every row of writing, reviewing and publishing that names the person", async () => {
    const scene = await reviewScene();
    const { specId, publisher, editor, reviewers } = scene;
    const [reviewer, second] = reviewers;
    await write(scene, editor, { honest: "Be honest.", kind: "Be kind." });
    const first = await cut(scene, "1.0.0");
    await assignReviewer(editor, { candidateId: first.id, userId: reviewer.id });
    await approve(reviewer, first);
    await retractApproval(reviewer, { candidateId: first.id, reason: "Too fast." });
    const { hash, id: candidateId } = first;
    const objection = { candidateId, hash, part: "", reason: "Unclear." };
    const { id: objectionId } = await requestChanges(reviewer, objection);
    await liftObjection(reviewer, { objectionId, reason: "" });
    const [part] = (await review(candidateId)).facts.parts;
    await tickChange(reviewer, { specId, change: part!.change, viewed: true });
    const thread = await openReviewThread(reviewer, {
      candidateId,
      part: "kind-0",
      uid: "kind-1",
      quote: "Be kind.",
      body: "",
      replacement: "Be kind to everybody.",
    });
    await approve(reviewer, first);
    await approve(second, first);
    const publishAt = new Date(Date.now() + 3_600_000);
    await scheduleRelease(publisher, { candidateId, hash, publishAt }, now());
    await cancelSchedule(publisher, { candidateId });
    const release = await publish(publisher, first);
    const message = await db().reviewMessage.findFirstOrThrow({ where: { threadId: thread.id } });
    await takeUpSuggestion(editor, { messageId: message.id });
    const next = await cut(scene, "1.1.0", "Nothing in particular.");
    const kind = (await review(next.id)).unexplained.find(({ id }) => id === "kind");
    await markEditorial(second, { candidateId: next.id, change: kind!.change, reason: "Small." });
    await addErratum(publisher, { releaseId: release.id, sectionId: null, text: "A typo." }, now());
    await withdrawRelease(publisher, { releaseId: release.id, reason: "Wrong." }, now());
    await saveReviewRules(publisher, { specId, rules: DEFAULT_RULES }, now());
    const [one, two] = [
      await person({ administrator: true }),
      await person({ administrator: true }),
    ];
    const urgent = { candidateId: next.id, hash: next.hash, reason: "Urgent." };
    const { id: breakGlassId } = await askBreakGlass(one, urgent, now());
    await confirmBreakGlass(two, { breakGlassId, hash: next.hash }, now());

    for (const actor of [publisher, editor, reviewer, second, one, two]) {
      expect(await rowsShown(actor)).toEqual(await rowsNaming(actor.id));
    }
    const mine = JSON.stringify(await getOwnData(reviewer));
    expect(mine).toContain("Be kind to everybody.");
    expect(mine).toContain("Too fast.");
  });
});
