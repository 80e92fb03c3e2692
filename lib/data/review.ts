import type { Role } from "@/lib/policy/role";
import type { SpecDocument } from "@/lib/spec/document";
import { approvalState, type ApprovalState, type ReviewFacts } from "@/lib/workflow/approval-state";
import { candidateState, type CandidateState } from "@/lib/workflow/candidate-state";
import { checks, type Check } from "@/lib/workflow/checks";
import { contributorsOf } from "@/lib/workflow/contributors";
import { unexplainedParts } from "@/lib/workflow/editorial";
import { changedParts, editionParts, type ChangedPart } from "@/lib/workflow/parts";
import { lineageOf, seqOfBase, type CandidateRecord } from "./candidates";
import { listContributions } from "./contributions";
import { databaseTime } from "./database-time";
import { listLineageApprovals, type ApprovalRecord } from "./approvals";
import { countFeedbackWaiting } from "./feedback-waiting";
import { countLintErrors } from "./lint-rules";
import { accountOf } from "./meaning";
import { listObjections, type ObjectionRecord } from "./objections";
import type { Reader } from "./reader";
import { findLatestRelease, getStoredDocument } from "./releases";
import { getReviewRules } from "./review-rules";

/** A candidate with all that its release depends on, read in one moment. */
export interface Review {
  candidate: CandidateRecord;
  state: CandidateState;
  document: SpecDocument;
  baseDocument: SpecDocument | null;
  facts: ReviewFacts;
  approval: ApprovalState;
  /** Of this candidate and of those that it replaced; without retracted ones. */
  approvals: ApprovalRecord[];
  /** Open and settled ones. */
  objections: ObjectionRecord[];
  /** Changes of meaning that nothing accounts for. */
  unexplained: ChangedPart[];
  marks: EditorialMarkRecord[];
  /** A time for publishing that is set and not over. */
  schedule: ScheduleRecord | null;
  checks: Check[];
}

export interface EditorialMarkRecord {
  part: string;
  change: string;
  byId: string;
  reason: string;
  at: Date;
}

export interface ScheduleRecord {
  id: string;
  publishAt: Date;
  byId: string;
}

/**
 * Reads everything about a candidate and works out where it stands. Facts are
 * read anew each time (A6); only what follows from stored bytes alone is kept, by their hashes.
 */
export async function loadReview(reader: Reader, candidate: CandidateRecord): Promise<Review> {
  const { specId, base } = candidate;
  const document = await getStoredDocument(reader, candidate.documentHash);
  const baseDocument = base ? await getStoredDocument(reader, base.documentHash) : null;
  const lineage = await lineageOf(reader, candidate);
  const approvals = await listLineageApprovals(reader, lineage);
  const objections = await listObjections(reader, lineage);
  const facts = await factsOf(reader, candidate, { document, baseDocument, approvals, objections });
  const approval = approvalState(facts);
  const schedule = await findSchedule(reader, candidate.id);
  const marks = await reader.editorialMark.findMany({
    where: { specId, change: { in: facts.parts.map(({ change }) => change) } },
    select: { part: true, change: true, byId: true, reason: true, at: true },
  });
  const { normative, mentioned } = await accountOf(
    candidate,
    baseDocument,
    document,
    candidate.changelog,
  );
  const unexplained = unexplainedParts(
    facts.parts,
    normative,
    mentioned,
    new Set(marks.map(({ change }) => change)),
  );
  const latest = await findLatestRelease(reader, specId);
  const labelHolder = await reader.release.findUnique({
    where: { specId_label: { specId, label: candidate.label } },
    select: { id: true },
  });
  return {
    candidate,
    document,
    baseDocument,
    facts,
    approval,
    approvals,
    objections,
    unexplained,
    marks,
    schedule,
    state: candidateState({
      closedAs: candidate.closure?.kind ?? null,
      openObjections: approval.objections,
      approvalsComplete: approval.isComplete,
      scheduled: schedule !== null,
    }),
    checks: checks({
      review: approval,
      baseIsLatest: (latest?.id ?? null) === candidate.baseId,
      labelIsFree: labelHolder === null,
      lintErrors: await countLintErrors(reader, specId, document),
      unexplained: unexplained.map(({ title }) => title),
      feedbackWaiting: await countFeedbackWaiting(
        reader,
        specId,
        facts.parts.map(({ key }) => key),
      ),
      cutAt: candidate.cutAt,
      minimumHours: facts.rules.minimumHours,
      now: await databaseTime(reader),
    }),
  };
}

interface ReviewMaterial {
  document: SpecDocument;
  baseDocument: SpecDocument | null;
  approvals: readonly ApprovalRecord[];
  objections: readonly ObjectionRecord[];
}

async function factsOf(
  reader: Reader,
  candidate: CandidateRecord,
  { document, baseDocument, approvals, objections }: ReviewMaterial,
): Promise<ReviewFacts> {
  const { specId, base, label, changelog } = candidate;
  const after = await editionParts({ document, label, changelog });
  const before =
    base && baseDocument ? await editionParts({ ...base, document: baseDocument }) : [];
  const parts = await changedParts(before, after);
  const contributions = await listContributions(reader, {
    specId,
    candidateId: candidate.id,
    afterSeq: await seqOfBase(reader, base),
    upToSeq: candidate.draftSeq,
    since: base?.recordedAt ?? null,
    until: candidate.cutAt,
  });
  return {
    parts,
    approvals,
    objections: objections.filter(({ end }) => end === null),
    contributors: contributorsOf(parts, contributions, new Set(after.map(({ key }) => key))),
    cutById: candidate.cutById,
    rules: await getReviewRules(reader, specId),
    members: await listReviewMembers(reader, specId),
  };
}

async function listReviewMembers(reader: Reader, specId: string) {
  const members = await reader.member.findMany({
    where: { specId },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { userId: true, role: true, user: { select: { suspendedAt: true } } },
  });
  return members.map(
    ({ userId, role, user }): { userId: string; role: Role; isSuspended: boolean } => ({
      userId,
      role,
      isSuspended: user.suspendedAt !== null,
    }),
  );
}

async function findSchedule(reader: Reader, candidateId: string): Promise<ScheduleRecord | null> {
  return reader.publishSchedule.findFirst({
    where: { candidateId, end: null },
    orderBy: { at: "desc" },
    select: { id: true, publishAt: true, byId: true },
  });
}
