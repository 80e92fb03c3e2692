import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canAssignReviewer } from "@/lib/policy/review";
import { isAtLeast } from "@/lib/policy/role";
import { Id } from "../people/fields";
import { openReview, requireDeed } from "./open-review";

export const AssignReviewer = z.object({ candidateId: Id, userId: Id });
export type AssignReviewer = z.infer<typeof AssignReviewer>;

/** Asks a reviewer of the spec to look at a candidate; it then stands in what waits for them. */
export async function assignReviewer(actor: Actor, input: AssignReviewer): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    if (!canAssignReviewer(actor, spec)) throw new Forbidden("ask for a review");
    requireDeed(review, "assign");
    const member = review.facts.members.find(({ userId }) => userId === input.userId);
    if (!member || member.isSuspended || !isAtLeast(member.role, "reviewer")) {
      throw new Conflict("This person is no reviewer of this spec. Give them the role first.");
    }
    const key = { candidateId: review.candidate.id, userId: input.userId };
    const known = await tx.reviewAssignment.findUnique({
      where: { candidateId_userId: key },
      select: { userId: true },
    });
    if (known) return;
    await tx.reviewAssignment.create({ data: { ...key, assignedById: actor.id } });
    await recordEvent(tx, {
      kind: "reviewer.asked",
      actorId: actor.id,
      subjectId: input.userId,
      specId: spec.id,
      payload: { candidate: review.candidate.number },
    });
  });
}
