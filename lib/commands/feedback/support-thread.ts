import { z } from "zod";
import { lockThread, requirePublicSpec } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canComment } from "@/lib/policy/feedback";
import { Id } from "../people/fields";

export const SupportThread = z.object({ threadId: Id, on: z.boolean() });
export type SupportThread = z.infer<typeof SupportThread>;

/**
 * "I think so too", once a person, and taken back at will. There is no opposite: whoever disagrees says
 * why. Nobody supports their own thread.
 */
export async function supportThread(
  actor: Actor,
  { threadId, on }: SupportThread,
  at: Date,
): Promise<{ count: number }> {
  return transaction(async (tx) => {
    const thread = await lockThread(tx, threadId);
    const spec = await requirePublicSpec(tx, actor, { id: thread.specId });
    if (!canComment(actor, spec)) throw new Forbidden("do that now", "Comments are closed.");
    if (thread.openedById === actor.id) {
      throw new Forbidden("support your own thread", "Others can.");
    }
    const key = { threadId, userId: actor.id };
    if (on) {
      await tx.threadSupport.upsert({
        where: { threadId_userId: key },
        create: { ...key, at },
        update: {},
      });
    } else await tx.threadSupport.deleteMany({ where: key });
    return { count: await tx.threadSupport.count({ where: { threadId } }) };
  });
}
