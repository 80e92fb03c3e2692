import { getCandidate } from "@/lib/data/candidates";
import { loadReview, type Review } from "@/lib/data/review";
import { requireSpec, type SpecRecord } from "@/lib/data/standing";
import type { Transaction } from "@/lib/data/transaction";
import { Conflict } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { outcomeOf, refusalOf, type CandidateDeed } from "@/lib/workflow/candidate-state";

export interface OpenReview {
  spec: SpecRecord;
  review: Review;
}

/**
 * A candidate with all that is known about it, while nobody else may change its spec's review.
 *
 * @throws NotFound when there is none, or the actor may not see its spec.
 */
export async function openReview(
  tx: Transaction,
  actor: Actor,
  candidateId: string,
): Promise<OpenReview> {
  const { specId } = await getCandidate(tx, { id: candidateId });
  const spec = await requireSpec(tx, actor, { id: specId });
  await lockReview(tx, specId);
  // Read again under the lock: it may have been closed meanwhile.
  const candidate = await getCandidate(tx, { id: candidateId });
  return { spec, review: await loadReview(tx, candidate) };
}

/** One deed after the other in the review of a spec; changes of members wait in the same line. */
export async function lockReview(tx: Transaction, specId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Spec" WHERE id = ${specId}::uuid FOR UPDATE`;
}

/** @throws Conflict when the deed has no place in the state of the candidate, with what to do instead. */
export function requireDeed({ state }: Pick<Review, "state">, deed: CandidateDeed): void {
  if (outcomeOf(state, deed) === null) throw new Conflict(refusalOf(state, deed));
}

/**
 * The person saw this very candidate (A2).
 *
 * @param hash What their page showed.
 * @throws Conflict when it is another one.
 */
export function requireSameCandidate({ candidate }: Pick<Review, "candidate">, hash: string): void {
  if (candidate.hash !== hash) {
    throw new Conflict(
      "This page shows another candidate than the one that is in review. Nothing was recorded. Reload to see what changed.",
    );
  }
}
