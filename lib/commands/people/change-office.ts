import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockAdministrators, requirePerson } from "@/lib/data/people";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import {
  canGrantAdministrator,
  canWithdrawAdministrator,
  keepsAnAdministrator,
} from "@/lib/policy/person";
import { announceAccessChange } from "./announce-access-change";
import { Id } from "./fields";
import { requireFreshIdentity } from "./require-fresh-identity";
import { revokeOpenInvitations } from "../specs/revoke-open-invitations";

export const ChangeOffice = z.object({ userId: Id });
export type ChangeOffice = z.infer<typeof ChangeOffice>;

const ASK = "Ask another administrator.";

/**
 * Makes somebody administrator. Doing it twice changes nothing.
 *
 * @throws IdentityNotConfirmed when the actor signed in too long ago.
 */
export async function grantAdministrator(
  actor: Actor,
  input: ChangeOffice,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const person = await requirePerson(tx, input.userId);
    if (!canGrantAdministrator(actor, { ...person, isAdministrator: false })) {
      throw new Forbidden("make this person administrator", ASK);
    }
    requireFreshIdentity(actor, at);
    if (person.isAdministrator) return;
    await tx.user.update({ where: { id: person.id }, data: { administratorSince: at } });
    await recordEvent(tx, {
      kind: "administrator.granted",
      actorId: actor.id,
      subjectId: person.id,
    });
    await announceAccessChange(tx, person.id);
  });
}

/**
 * Takes the office of administrator from somebody else, and ends the open invitations to the office
 * that they wrote.
 *
 * @throws Conflict when no administrator would be left who can act.
 * @throws IdentityNotConfirmed when the actor signed in too long ago.
 */
export async function withdrawAdministrator(
  actor: Actor,
  input: ChangeOffice,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const person = await requirePerson(tx, input.userId);
    if (!canWithdrawAdministrator(actor, { ...person, isAdministrator: true })) {
      throw new Forbidden("take this office away", ASK);
    }
    requireFreshIdentity(actor, at);
    if (!person.isAdministrator) return;
    if (!keepsAnAdministrator(administrators, person.id)) {
      throw new Conflict("Nobody could look after this site any more. Add an administrator first.");
    }
    await tx.user.update({ where: { id: person.id }, data: { administratorSince: null } });
    await recordEvent(tx, {
      kind: "administrator.withdrawn",
      actorId: actor.id,
      subjectId: person.id,
    });
    const theirs = { invitedById: person.id, administrator: true } as const;
    await revokeOpenInvitations(tx, theirs, actor.id, at);
    await announceAccessChange(tx, person.id);
  });
}
