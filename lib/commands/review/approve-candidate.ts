import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canReview } from "@/lib/policy/review";
import { hindranceOf } from "@/lib/workflow/approval-state";
import { Id } from "../people/fields";
import { openReview, requireDeed, requireSameCandidate } from "./open-review";
import { requireFreshIdentity } from "../people/require-fresh-identity";
import { Hash, Words } from "./review-fields";

export const ApproveCandidate = z.object({
  candidateId: Id,
  /** The candidate that the person's page showed. */
  hash: Hash,
  /** The changes that they approve, by hash; everything they may approve when it is left out. */
  changes: z.array(Hash).max(2_000).nullable().default(null),
  statement: Words.default(""),
  dissent: Words.default(""),
  /** Which comparison was on the screen. */
  diffVersion: z.string().max(40),
});
export type ApproveCandidate = z.output<typeof ApproveCandidate>;

/**
 * Records that a reviewer approves changes of a candidate. What they helped to write, or approved
 * already, is left out.
 *
 * @returns How many changes the approval is about.
 * @throws Conflict when the candidate is not the one that was shown or is closed, when a change is none
 *   of it, or when nothing is left that this person's approval would count for.
 */
export async function approveCandidate(
  actor: Actor,
  input: ApproveCandidate,
  at: Date,
): Promise<{ approved: number }> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    if (!canReview(actor, spec)) throw new Forbidden("approve a release of this spec");
    requireFreshIdentity(actor, at);
    requireSameCandidate(review, input.hash);
    requireDeed(review, "approve");
    const { candidate, facts, approval } = review;
    const wanted = input.changes && new Set(input.changes);
    const known = new Set(facts.parts.map(({ change }) => change));
    if (wanted && ![...wanted].every((change) => known.has(change))) {
      throw new Conflict("Some of these changes are not part of this candidate. Reload the page.");
    }
    const asked = approval.parts.filter(({ part }) => wanted?.has(part.change) ?? true);
    const open = asked.filter(
      ({ part, approvedBy }) =>
        !approvedBy.includes(actor.id) && hindranceOf(actor.id, part, facts) === null,
    );
    if (open.length === 0) {
      // The same click twice: nothing is recorded twice.
      if (asked.some(({ approvedBy }) => approvedBy.includes(actor.id))) return { approved: 0 };
      throw new Conflict(
        nothingCounts(asked.map(({ part }) => hindranceOf(actor.id, part, facts))),
      );
    }
    const { id } = await tx.approval.create({
      data: {
        candidateId: candidate.id,
        candidateHash: candidate.hash,
        baseHash: candidate.base?.manifestHash ?? null,
        reviewerId: actor.id,
        role: spec.role ?? "reader",
        covers: open.map(({ part }) => ({ part: part.key, change: part.change })),
        statement: input.statement,
        dissent: input.dissent,
        diffVersion: input.diffVersion,
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: "approval.given",
      actorId: actor.id,
      specId: spec.id,
      payload: {
        approval: id,
        candidate: candidate.number,
        hash: candidate.hash,
        parts: open.length,
        all: open.length === facts.parts.length,
        dissent: input.dissent !== "",
      },
    });
    return { approved: open.length };
  });
}

function nothingCounts(hindrances: readonly (string | null)[]): string {
  return hindrances.every((one) => one === "made the candidate")
    ? "You made this candidate, so others have to approve it."
    : "You helped to write all of these changes, so others have to approve them.";
}
