import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canReview } from "@/lib/policy/review";
import { Id } from "../people/fields";
import { openReview, requireDeed, requireSameCandidate } from "./open-review";
import { Hash, PartKey, Reason } from "./review-fields";

export const RequestChanges = z.object({
  candidateId: Id,
  hash: Hash,
  /** The part it is about; "" for the whole. */
  part: PartKey.default(""),
  reason: Reason,
});
export type RequestChanges = z.output<typeof RequestChanges>;

/**
 * Objects to a candidate. Nothing is published until the same person lifts it, or a publisher dismisses
 * it with a public reason; a new candidate does not end it (A5).
 */
export async function requestChanges(actor: Actor, input: RequestChanges): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    if (!canReview(actor, spec)) throw new Forbidden("ask for changes to a release of this spec");
    requireSameCandidate(review, input.hash);
    requireDeed(review, "request_changes");
    const { candidate, facts, objections } = review;
    if (!facts.parts.some(({ key }) => key === input.part)) {
      throw new Conflict("This section does not change in this candidate. Reload the page.");
    }
    const same = objections.find(
      ({ byId, part, reason, end }) =>
        !end && byId === actor.id && part === input.part && reason === input.reason,
    );
    if (same) return { id: same.id };
    const { id } = await tx.objection.create({
      data: {
        candidateId: candidate.id,
        part: input.part,
        byId: actor.id,
        role: spec.role ?? "reader",
        reason: input.reason,
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: "objection.raised",
      actorId: actor.id,
      specId: spec.id,
      payload: { objection: id, candidate: candidate.number, hash: candidate.hash },
    });
    return { id };
  });
}
