import type { Actor } from "@/lib/policy/actor";
import type { CandidateState } from "@/lib/workflow/candidate-state";
import { findOpenCandidate, listCandidates } from "./candidates";
import { db } from "./db";
import { namesOf, type NamedPerson } from "./names";
import { listReleases, type ReleaseView } from "./releases";
import { loadReview } from "./review";
import { requireSpec } from "./standing";

export interface OpenCandidateView {
  number: number;
  label: string;
  state: CandidateState;
  cutBy: NamedPerson;
  cutAt: Date;
  parts: number;
  approved: number;
  objections: number;
}

export interface ClosedCandidateView {
  number: number;
  label: string;
  kind: "published" | "replaced" | "withdrawn";
  cutBy: NamedPerson;
  at: Date;
}

export interface ReleaseOverview {
  open: OpenCandidateView | null;
  closed: ClosedCandidateView[];
  releases: (ReleaseView & { candidateNumber: number | null; isWithdrawn: boolean })[];
}

/** Candidates and releases of a spec, newest first. @throws NotFound */
export async function getReleaseOverview(actor: Actor, specId: string): Promise<ReleaseOverview> {
  await requireSpec(db(), actor, { id: specId });
  const candidates = await listCandidates(db(), specId);
  const open = await findOpenCandidate(db(), specId);
  const review = open && (await loadReview(db(), open));
  const names = await namesOf(
    db(),
    candidates.map(({ cutById }) => cutById),
  );
  const releases = await listReleases(db(), specId);
  const more = await db().release.findMany({
    where: { specId },
    select: { id: true, candidateId: true, withdrawal: { select: { releaseId: true } } },
  });
  const facts = new Map(more.map((release) => [release.id, release]));
  const numbers = new Map(candidates.map(({ id, number }) => [id, number]));
  return {
    open: review && {
      number: review.candidate.number,
      label: review.candidate.label,
      state: review.state,
      cutBy: names(review.candidate.cutById),
      cutAt: review.candidate.cutAt,
      parts: review.approval.parts.length,
      approved: review.approval.approved,
      objections: review.approval.objections,
    },
    closed: candidates.flatMap(({ number, label, closure, cutById }) =>
      closure ? [{ number, label, kind: closure.kind, cutBy: names(cutById), at: closure.at }] : [],
    ),
    releases: releases.map((release) => {
      const { candidateId, withdrawal } = facts.get(release.id) ?? {};
      return {
        ...release,
        candidateNumber: candidateId ? (numbers.get(candidateId) ?? null) : null,
        isWithdrawn: Boolean(withdrawal),
      };
    }),
  };
}
