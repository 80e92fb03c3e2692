import type { Actor } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/role";
import { isAtLeast } from "@/lib/policy/role";
import type { SpecDocument } from "@/lib/spec/document";
import type { CandidateState } from "@/lib/workflow/candidate-state";
import type { Check } from "@/lib/workflow/checks";
import { getCandidate } from "./candidates";
import { db } from "./db";
import { getDrift, type DriftView } from "./drift";
import { namesOf, type NamedPerson } from "./names";
import { loadReview, type Review } from "./review";
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
  const more = await readMore(actor, review);
  const names = await namesOf(db(), peopleIn(review, more));
  const { id, hash, label, changelog, base, cutById, cutAt, closure } = candidate;
  const titles = new Map(review.facts.parts.map((part) => [part.key, part.title]));
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
    closure: closure && {
      by: closure.byId ? names(closure.byId) : null,
      at: closure.at,
      reason: closure.reason,
      nextNumber: more.next,
    },
    parts: partViews(actor, review, { names, viewed: more.viewed }),
    approved: review.approval.approved,
    objections: review.objections.map((one) => objectionView(one, { actor, spec, review, names })),
    approvals: review.approvals.map(
      ({ id: approvalId, reviewerId, covers, candidateId, ...one }) => ({
        id: approvalId,
        by: names(reviewerId),
        role: one.role,
        at: one.at,
        statement: one.statement,
        dissent: one.dissent,
        changes: covers.length,
        candidate: more.numbers.get(candidateId) ?? number,
      }),
    ),
    marks: review.marks.map(({ part, byId, at, reason }) => ({
      title: titles.get(part) ?? "",
      by: names(byId),
      at,
      reason,
    })),
    checks: review.checks,
    schedule: review.schedule && {
      publishAt: review.schedule.publishAt,
      by: names(review.schedule.byId),
    },
    missed: more.missed,
    drift: await getDrift(db(), candidate),
    assigned: more.assigned.map(names),
    assignable: review.facts.members
      .filter(({ role, isSuspended }) => !isSuspended && isAtLeast(role, "reviewer"))
      .filter(({ userId }) => userId !== cutById && !more.assigned.includes(userId))
      .map(({ userId }) => names(userId)),
    threads: await listReviewThreads(db(), candidate),
    override: more.override && {
      id: more.override.id,
      by: names(more.override.askedById),
      at: more.override.askedAt,
      reason: more.override.reason,
      isMine: more.override.askedById === actor.id,
    },
    may: mayOf(actor, spec, review),
    document: review.document,
    baseDocument: review.baseDocument,
  };
}

type More = Awaited<ReturnType<typeof readMore>>;

async function readMore(actor: Actor, { candidate, approvals, facts }: Review) {
  const views = await db().sectionView.findMany({
    where: {
      specId: candidate.specId,
      userId: actor.id,
      change: { in: facts.parts.map(({ change }) => change) },
    },
    select: { change: true },
  });
  const assigned = await db().reviewAssignment.findMany({
    where: { candidateId: candidate.id },
    orderBy: { at: "asc" },
    select: { userId: true },
  });
  const related = await db().candidate.findMany({
    where: {
      id: {
        in: [
          ...approvals.map(({ candidateId }) => candidateId),
          ...(candidate.closure?.nextId ? [candidate.closure.nextId] : []),
        ],
      },
    },
    select: { id: true, number: true },
  });
  const numbers = new Map(related.map(({ id, number }) => [id, number]));
  const nextId = candidate.closure?.nextId;
  return {
    viewed: new Set(views.map(({ change }) => change)),
    assigned: assigned.map(({ userId }) => userId),
    numbers,
    next: nextId ? (numbers.get(nextId) ?? null) : null,
    missed: await db().scheduleEnd.findFirst({
      where: { kind: "missed", schedule: { candidateId: candidate.id } },
      orderBy: { at: "desc" },
      select: { at: true, words: true },
    }),
    override: await db().breakGlass.findFirst({
      where: { candidateId: candidate.id, confirmation: null },
      orderBy: { askedAt: "desc" },
      select: { id: true, askedById: true, askedAt: true, reason: true },
    }),
  };
}

function peopleIn(
  { candidate, facts, objections, approvals, marks, schedule }: Review,
  more: More,
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
