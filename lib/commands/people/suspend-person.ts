import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockAdministrators, requirePerson } from "@/lib/data/people";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canReinstatePerson, canSuspendPerson, keepsAnAdministrator } from "@/lib/policy/person";
import { announceAccessChange } from "./announce-access-change";
import { endSessions } from "./end-sessions";
import { Id } from "./fields";
import { requireFreshIdentity } from "./require-fresh-identity";
import { revokeOpenInvitations } from "../specs/revoke-open-invitations";

export const SuspendPerson = z.object({ userId: Id });
export type SuspendPerson = z.infer<typeof SuspendPerson>;

const ASK = "Ask another administrator.";

/**
 * Locks somebody out: their sessions end, their open invitations too, and they cannot sign in until
 * they are reinstated. Roles and work stay as they are.
 *
 * @throws Conflict when no administrator would be left who can act.
 * @throws IdentityNotConfirmed when the actor signed in too long ago.
 */
export async function suspendPerson(actor: Actor, input: SuspendPerson, at: Date): Promise<void> {
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const person = await requirePerson(tx, input.userId);
    if (!canSuspendPerson(actor, { ...person, isSuspended: false })) {
      throw new Forbidden("suspend this person", ASK);
    }
    requireFreshIdentity(actor, at);
    if (person.isSuspended) return;
    if (!keepsAnAdministrator(administrators, person.id)) {
      throw new Conflict("Nobody could look after this site any more. Add an administrator first.");
    }
    await tx.user.update({ where: { id: person.id }, data: { suspendedAt: at } });
    const sessions = await endSessions(tx, { userId: person.id }, at);
    await recordEvent(tx, {
      kind: "person.suspended",
      actorId: actor.id,
      subjectId: person.id,
      payload: { sessions },
    });
    await revokeOpenInvitations(tx, { invitedById: person.id }, actor.id, at);
    await announceAccessChange(tx, person.id);
  });
}

/** Lets a suspended person sign in again. Reinstating somebody who is not suspended changes nothing. */
export async function reinstatePerson(actor: Actor, input: SuspendPerson, at: Date): Promise<void> {
  return transaction(async (tx) => {
    const person = await requirePerson(tx, input.userId);
    if (!canReinstatePerson(actor, { ...person, isSuspended: true })) {
      throw new Forbidden("reinstate this person", ASK);
    }
    requireFreshIdentity(actor, at);
    if (!person.isSuspended) return;
    await tx.user.update({ where: { id: person.id }, data: { suspendedAt: null } });
    await recordEvent(tx, {
      kind: "person.reinstated",
      actorId: actor.id,
      subjectId: person.id,
    });
    await announceAccessChange(tx, person.id);
  });
}
