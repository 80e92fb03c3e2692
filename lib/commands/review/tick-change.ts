import { z } from "zod";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canCommentInReview } from "@/lib/policy/review";
import { Id } from "../people/fields";
import { Hash } from "./review-fields";

export const TickChange = z.object({ specId: Id, change: Hash, viewed: z.boolean() });
export type TickChange = z.infer<typeof TickChange>;

/** Ticks a change as seen, or takes the tick away. For oneself alone: it decides nothing. */
export async function tickChange(actor: Actor, input: TickChange): Promise<void> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canCommentInReview(actor, spec)) throw new Forbidden("take part in this review");
    const key = { specId: spec.id, userId: actor.id, change: input.change };
    if (!input.viewed) {
      await tx.sectionView.deleteMany({ where: key });
      return;
    }
    await tx.sectionView.createMany({ data: [key], skipDuplicates: true });
  });
}
