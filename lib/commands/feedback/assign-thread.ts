import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { isAtLeast } from "@/lib/policy/role";
import { Id } from "../people/fields";
import { requireTriage } from "./require-triage";

export const AssignThread = z.object({ threadId: Id, userId: Id.nullable() });
export type AssignThread = z.infer<typeof AssignThread>;

/** Says who looks after a thread, or that nobody does. */
export async function assignThread(
  actor: Actor,
  { threadId, userId }: AssignThread,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const thread = await requireTriage(tx, actor, threadId);
    if (thread.assignedToId === userId) return;
    if (userId) {
      const member = await tx.member.findUnique({
        where: { specId_userId: { specId: thread.specId, userId } },
        select: { role: true },
      });
      if (!isAtLeast(member?.role ?? null, "editor")) {
        throw new Invalid("Choose somebody who edits this spec.");
      }
    }
    await tx.thread.update({
      where: { id: threadId },
      data: { assignedToId: userId, assignedAt: userId ? at : null },
    });
    await recordEvent(tx, {
      kind: "thread.assigned",
      actorId: actor.id,
      ...(userId ? { subjectId: userId } : {}),
      specId: thread.specId,
      payload: { thread: threadId, assigned: userId !== null },
    });
  });
}
