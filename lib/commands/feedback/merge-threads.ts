import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockThread } from "@/lib/data/feedback-standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { Id } from "../people/fields";
import { requireTriage } from "./require-triage";

export const MergeThreads = z.object({
  threadId: Id,
  /** The number of the thread that goes on. */
  intoNumber: z.coerce.number().int().positive("Write the number of the other thread."),
});
export type MergeThreads = z.infer<typeof MergeThreads>;

/**
 * Joins a thread to another one that says the same. Its comments stay where they are and stay readable;
 * the disposition of the other one holds for both.
 */
export async function mergeThreads(
  actor: Actor,
  { threadId, intoNumber }: MergeThreads,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const thread = await requireTriage(tx, actor, threadId);
    const into = await tx.thread.findUnique({
      where: { specId_number: { specId: thread.specId, number: intoNumber } },
      select: { id: true },
    });
    if (!into || into.id === threadId) {
      const words = `There is no other thread with the number ${intoNumber} in this spec.`;
      throw new Invalid(words, { intoNumber: words });
    }
    const goal = await lockThread(tx, into.id);
    if (goal.mergedIntoId) {
      throw new Conflict(
        `Thread ${intoNumber} was joined with another one itself. Choose that one.`,
      );
    }
    if (thread.mergedIntoId === goal.id) return;
    // Whatever was joined with this one before follows it.
    await tx.thread.updateMany({
      where: { OR: [{ id: threadId }, { mergedIntoId: threadId }] },
      data: { mergedIntoId: goal.id, mergedAt: at, mergedById: actor.id },
    });
    await recordEvent(tx, {
      kind: "thread.merged",
      actorId: actor.id,
      specId: thread.specId,
      payload: { thread: threadId, into: goal.id },
    });
  });
}
