import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canReview } from "@/lib/policy/review";
import { hindranceOf } from "@/lib/workflow/approval-state";
import { Id } from "../people/fields";
import { openReview, requireDeed } from "./open-review";
import { Hash, Reason } from "./review-fields";

export const MarkEditorial = z.object({ candidateId: Id, change: Hash, reason: Reason });
export type MarkEditorial = z.infer<typeof MarkEditorial>;

/**
 * A reviewer answers by name for a change that the notes do not mention: it changes nothing that readers
 * have to know. Nobody says so of what they wrote themselves.
 */
export async function markEditorial(actor: Actor, input: MarkEditorial): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    if (!canReview(actor, spec)) throw new Forbidden("decide what the notes may leave out");
    requireDeed(review, "mark_editorial");
    const part = review.facts.parts.find(({ change }) => change === input.change);
    if (!part) throw new Conflict("This change is not part of this candidate. Reload the page.");
    if (hindranceOf(actor.id, part, review.facts)) {
      throw new Forbidden(
        "answer for this change",
        "You helped to write it, so another reviewer decides whether readers have to know of it.",
      );
    }
    if (review.marks.some(({ change }) => change === input.change)) return;
    const { change, reason } = input;
    await tx.editorialMark.create({
      data: { specId: spec.id, part: part.key, change, byId: actor.id, reason },
    });
    await recordEvent(tx, {
      kind: "change.marked_editorial",
      actorId: actor.id,
      specId: spec.id,
      payload: { candidate: review.candidate.number, change },
    });
  });
}
