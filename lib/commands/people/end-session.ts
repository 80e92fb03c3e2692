import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction } from "@/lib/data/transaction";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { endSessions } from "./end-sessions";
import { Id } from "./fields";

export const EndSession = z.object({ sessionId: Id });
export type EndSession = z.infer<typeof EndSession>;

/**
 * Ends one of the actor's own sessions, here or on another device. Its next request finds nobody signed
 * in, and its open connections are told. Ending it twice changes nothing.
 *
 * @throws NotFound for a session of somebody else, as for one that never was.
 */
export async function endSession(actor: Actor, input: EndSession, at: Date): Promise<void> {
  return transaction(async (tx) => {
    const own = await tx.session.count({ where: { id: input.sessionId, userId: actor.id } });
    if (own === 0) throw new NotFound("such session");
    const count = await endSessions(tx, { id: input.sessionId, userId: actor.id }, at);
    if (count === 0) return;
    await recordEvent(tx, {
      kind: "session.revoked",
      actorId: actor.id,
      subjectId: actor.id,
      payload: { sessions: count },
    });
  });
}

/** Ends all of the actor's sessions but one. @returns How many there were. */
export async function endOtherSessions(
  actor: Actor,
  keepSessionId: string,
  at: Date,
): Promise<{ ended: number }> {
  return transaction(async (tx) => {
    const where = { userId: actor.id, id: { not: keepSessionId } };
    const ended = await endSessions(tx, where, at);
    if (ended > 0) {
      await recordEvent(tx, {
        kind: "session.revoked",
        actorId: actor.id,
        subjectId: actor.id,
        payload: { sessions: ended },
      });
    }
    return { ended };
  });
}
