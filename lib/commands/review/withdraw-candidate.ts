import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canWithdrawCandidate } from "@/lib/policy/review";
import { endSchedules } from "./end-schedules";
import { Id } from "../people/fields";
import { openReview, requireDeed } from "./open-review";
import { Reason } from "./review-fields";

export const WithdrawCandidate = z.object({ candidateId: Id, reason: Reason });
export type WithdrawCandidate = z.infer<typeof WithdrawCandidate>;

/** Takes a candidate out of review. It stays readable; the draft goes on. */
export async function withdrawCandidate(actor: Actor, input: WithdrawCandidate): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    const { candidate, state } = review;
    if (!canWithdrawCandidate(actor, spec, candidate)) {
      throw new Forbidden("withdraw this candidate");
    }
    if (state === "withdrawn") return;
    requireDeed(review, "withdraw");
    const { id: candidateId } = candidate;
    await tx.candidateClosure.create({
      data: { candidateId, kind: "withdrawn", byId: actor.id, reason: input.reason },
    });
    await endSchedules(tx, candidateId, { kind: "cancelled", byId: actor.id });
    await recordEvent(tx, {
      kind: "candidate.withdrawn",
      actorId: actor.id,
      specId: spec.id,
      payload: { candidate: candidate.number, hash: candidate.hash },
    });
  });
}
