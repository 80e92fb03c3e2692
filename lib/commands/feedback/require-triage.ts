import { lockThread, requirePublicSpec, type ThreadRecord } from "@/lib/data/feedback-standing";
import type { Transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canTriage } from "@/lib/policy/feedback";

/** A thread, locked, for somebody who looks after feedback. @throws Forbidden, NotFound */
export async function requireTriage(
  tx: Transaction,
  actor: Actor,
  threadId: string,
): Promise<ThreadRecord> {
  const thread = await lockThread(tx, threadId);
  const spec = await requirePublicSpec(tx, actor, { id: thread.specId });
  if (!canTriage(actor, spec)) throw new Forbidden("decide about feedback on this spec");
  return thread;
}
