import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Invalid } from "@/lib/errors";
import { OUTCOMES } from "@/lib/feedback/outcomes";
import type { Actor } from "@/lib/policy/actor";
import { Id, Reason } from "../people/fields";
import { requireTriage } from "./require-triage";

export const SettleThread = z.object({
  threadId: Id,
  outcome: z.enum(OUTCOMES, "Choose what became of it."),
  reason: Reason,
  /** The label of the release it is meant for, or was changed in. */
  targetLabel: z
    .string()
    .trim()
    .max(80, "A label has at most 80 characters.")
    .transform((label) => label || null)
    .nullable()
    .default(null),
  /** The number of the revision of the draft that changed the text. */
  revision: z.number().int().positive().nullable().default(null),
});
export type SettleThread = z.infer<typeof SettleThread>;

/**
 * Says what became of a thread, with the reason that everybody reads. Saying it anew replaces what was
 * said; both stay on record. An existing release as target means that the change is in it already.
 *
 * @throws Conflict when the thread was joined with another one.
 */
export async function settleThread(actor: Actor, input: SettleThread, at: Date): Promise<void> {
  const { threadId, outcome, reason, targetLabel, revision } = input;
  return transaction(async (tx) => {
    const thread = await requireTriage(tx, actor, threadId);
    if (thread.mergedIntoId) {
      throw new Conflict("This thread was joined with another one. Settle that one.");
    }
    const { specId } = thread;
    const changedBy =
      revision === null
        ? null
        : await tx.revision.findFirst({
            where: { specId, number: revision },
            select: { id: true },
          });
    if (revision !== null && !changedBy)
      throw new Invalid("There is no such revision of this spec.");
    const release = targetLabel
      ? await tx.release.findUnique({
          where: { specId_label: { specId, label: targetLabel } },
          select: { id: true },
        })
      : null;
    await tx.disposition.updateMany({
      where: { threadId, endedAt: null },
      data: { endedAt: at, endedById: actor.id, endedBecause: "Replaced by a new decision." },
    });
    await tx.disposition.create({
      data: {
        threadId,
        outcome,
        reason,
        byId: actor.id,
        at,
        targetLabel,
        revisionId: changedBy?.id ?? null,
        releaseId: release?.id ?? null,
      },
    });
    await recordEvent(tx, {
      kind: "thread.settled",
      actorId: actor.id,
      specId,
      payload: { thread: threadId, outcome },
    });
  });
}
