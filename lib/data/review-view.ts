import type { Actor } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/role";
import { isAtLeast } from "@/lib/policy/role";
import type { SpecDocument } from "@/lib/spec/document";
import type { CandidateState } from "@/lib/workflow/candidate-state";
import type { Check } from "@/lib/workflow/checks";
import { getCandidate } from "./candidates";
import { db } from "./db";
import { getDrift, type DriftView } from "./drift";
import { namesOf, type NamedPerson, type Names } from "./names";
import { loadReview, type Review } from "./review";
import { readReviewContext, type ReviewContext } from "./review-context";
import { mayOf, type ReviewMay } from "./review-may";
import { objectionView, type ObjectionView } from "./review-objection-view";
import { partViews, type PartView } from "./review-part-view";
import { listReviewThreads, type ReviewThreadView } from "./review-threads";
import { requireSpec, type SpecRecord } from "./standing";

export interface ApprovalView {
  id: string;
  by: NamedPerson;
  role: Role;
  at: Date;
  statement: string;
  dissent: string;
  changes: number;
  /** Number of the candidate that they looked at. */
  candidate: number;
}

export interface ReviewView {
  spec: SpecRecord;
  id: string;
  number: number;
  hash: string;
  label: string;
  changelog: string;
  baseLabel: string | null;
  cutBy: NamedPerson;
  cutAt: Date;
  state: CandidateState;
  closure: { by: NamedPerson | null; at: Date; reason: string; nextNumber: number | null } | null;
  parts: PartView[];
  approved: number;
  objections: ObjectionView[];
  approvals: ApprovalView[];
  marks: { title: string; by: NamedPerson; at: Date; reason: string }[];
  checks: Check[];
  schedule: { publishAt: Date; by: NamedPerson } | null;
  missed: { at: Date; words: string } | null;
  drift: DriftView;
  assigned: NamedPerson[];
  assignable: NamedPerson[];
  threads: ReviewThreadView[];
  override: { id: string; by: NamedPerson; at: Date; reason: string; isMine: boolean } | null;
  may: ReviewMay;
  document: SpecDocument;
  baseDocument: SpecDocument | null;
}

/**
 * Everything about a candidate that the pages show to one person.
 *
 * @throws NotFound when there is none, or the actor may not see its spec.
 */
export async function getReviewView(
  actor: Actor,
  specId: string,
  number: number,
): Promise<ReviewView> {
  const spec = await requireSpec(db(), actor, { id: specId });
  const candidate = await getCandidate(db(), { specId, number });
  const review = await loadReview(db(), candidate);
  const more = await readReviewContext(actor, review);
  const names = await namesOf(db(), peopleIn(review, more));
  const { id, hash, label, changelog, base, cutById, cutAt } = candidate;
  return {
    spec,
    id,
    number,
    hash,
    label,
    changelog,
    baseLabel: base?.label ?? null,
    cutBy: names(cutById),
    cutAt,
    state: review.state,
    closure: closureView(review, more, names),
    parts: partViews(actor, review, { names, viewed: more.viewed }),
    approved: review.approval.approved,
    objections: review.objections.map((one) => objectionView(one, { actor, spec, review, names })),
    approvals: approvalViews(review, more, names),
    marks: markViews(review, names),
    checks: review.checks,
    schedule: review.schedule && {
      publishAt: review.schedule.publishAt,
      by: names(review.schedule.byId),
    },
    missed: more.missed,
    drift: await getDrift(db(), candidate),
    assigned: more.assigned.map(names),
    assignable: assignable(review, more).map(names),
    threads: await listReviewThreads(db(), candidate),
    override: overrideView(actor, more, names),
    may: mayOf(actor, spec, review),
    document: review.document,
    baseDocument: review.baseDocument,
  };
}

function closureView({ candidate: { closure } }: Review, { next }: ReviewContext, names: Names) {
  if (!closure) return null;
  const { byId, at, reason } = closure;
  return { by: byId ? names(byId) : null, at, reason, nextNumber: next };
}

const approvalViews = (
  { candidate, approvals }: Review,
  { numbers }: ReviewContext,
  names: Names,
): ApprovalView[] =>
  approvals.map(({ id, reviewerId, role, at, statement, dissent, covers, candidateId }) => ({
    id,
    by: names(reviewerId),
    role,
    at,
    statement,
    dissent,
    changes: covers.length,
    candidate: numbers.get(candidateId) ?? candidate.number,
  }));

function markViews({ marks, facts }: Review, names: Names) {
  const titles = new Map(facts.parts.map((part) => [part.key, part.title]));
  return marks.map(({ part, byId, at, reason }) => ({
    title: titles.get(part) ?? "",
    by: names(byId),
    at,
    reason,
  }));
}

/** Who could still be asked to review: reviewers but whoever made the candidate. */
const assignable = ({ facts, candidate }: Review, { assigned }: ReviewContext): string[] =>
  facts.members
    .filter(({ role, isSuspended }) => !isSuspended && isAtLeast(role, "reviewer"))
    .map(({ userId }) => userId)
    .filter((userId) => userId !== candidate.cutById && !assigned.includes(userId));

function overrideView(actor: Actor, { override }: ReviewContext, names: Names) {
  if (!override) return null;
  const { id, askedById, askedAt, reason } = override;
  return { id, by: names(askedById), at: askedAt, reason, isMine: askedById === actor.id };
}

function peopleIn(
  { candidate, facts, objections, approvals, marks, schedule }: Review,
  more: ReviewContext,
) {
  return [
    candidate.cutById,
    ...(candidate.closure?.byId ? [candidate.closure.byId] : []),
    ...facts.members.map(({ userId }) => userId),
    ...facts.rules.owners.flatMap(({ people }) => people),
    ...objections.flatMap(({ byId, end }) => [byId, ...(end ? [end.byId] : [])]),
    ...approvals.map(({ reviewerId }) => reviewerId),
    ...marks.map(({ byId }) => byId),
    ...(schedule ? [schedule.byId] : []),
    ...more.assigned,
    ...(more.override ? [more.override.askedById] : []),
  ];
}
