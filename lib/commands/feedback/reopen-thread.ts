import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";
import { Id, Reason } from "../people/fields";
import { placeThreadAgain } from "./place-threads";
import { requireTriage } from "./require-triage";

export const ReopenThread = z.object({ threadId: Id, reason: Reason });
export type ReopenThread = z.infer<typeof ReopenThread>;

/**
 * Opens a settled thread again; what was decided stays on record with the reason why it no longer
 * holds. It is placed in the releases that came while it was settled.
 */
export async function reopenThread(
  actor: Actor,
  { threadId, reason }: ReopenThread,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const thread = await requireTriage(tx, actor, threadId);
    if (!thread.dispositionId) return;
    await tx.disposition.updateMany({
      where: { threadId, endedAt: null },
      data: { endedAt: at, endedById: actor.id, endedBecause: reason },
    });
    await placeThreadAgain(tx, threadId);
    await recordEvent(tx, {
      kind: "thread.reopened",
      actorId: actor.id,
      specId: thread.specId,
      payload: { thread: threadId },
    });
  });
}
