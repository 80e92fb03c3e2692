import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";
import { Id } from "../people/fields";
import { openReview, requireDeed } from "./open-review";
import { Words } from "./review-fields";

export const RetractApproval = z.object({ candidateId: Id, reason: Words.default("") });
export type RetractApproval = z.output<typeof RetractApproval>;

/** Takes back all that the actor approved of a candidate, and of those before it whose approval still counts. */
export async function retractApproval(actor: Actor, input: RetractApproval): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    const own = review.approvals.filter(({ reviewerId }) => reviewerId === actor.id);
    if (own.length === 0) return;
    requireDeed(review, "retract_approval");
    await tx.approvalRetraction.createMany({
      data: own.map(({ id }) => ({ approvalId: id, byId: actor.id, reason: input.reason })),
    });
    await recordEvent(tx, {
      kind: "approval.retracted",
      actorId: actor.id,
      specId: spec.id,
      payload: {
        candidate: review.candidate.number,
        hash: review.candidate.hash,
        approvals: own.map(({ id }) => id),
      },
    });
  });
}
