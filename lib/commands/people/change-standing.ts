import { recordEvent, type AuditKind } from "@/lib/data/audit";
import { lockAdministrators, requirePerson } from "@/lib/data/people";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { keepsAnAdministrator, type PersonStanding } from "@/lib/policy/person";
import { revokeOpenInvitations } from "../specs/revoke-open-invitations";
import { announceAccessChange } from "./announce-access-change";
import { requireFreshIdentity } from "./require-fresh-identity";

export interface StandingChange {
  kind: AuditKind;
  /** Completes "You may not …". */
  deed: string;
  /** Asked about the person as if it were not done yet, so that the second time is not refused. */
  may: (actor: Actor, person: PersonStanding) => boolean;
  /** Where they have to stand for it; elsewhere it is done already. */
  from: Partial<PersonStanding>;
  data: { administratorSince: Date | null } | { suspendedAt: Date | null };
  /** For what takes an administrator away, or locks one out. */
  keepsAnAdministrator?: boolean;
  /** What else ends with it; what it returns is kept with the event. */
  ends?: (tx: Transaction) => Promise<Record<string, number>>;
  /** Which of the invitations that they wrote end. */
  revokes?: { administrator?: true };
}

/**
 * The frame of what administrators do to somebody's standing: may they, was it them, is it done already,
 * would anybody be left to look after the site; then the change, its event, and word to open pages.
 * Doing it twice changes nothing.
 *
 * @throws Conflict when no administrator would be left who can act.
 * @throws IdentityNotConfirmed when the actor signed in too long ago.
 */
export async function changeStanding(
  actor: Actor,
  userId: string,
  at: Date,
  change: StandingChange,
): Promise<void> {
  return transaction(async (tx) => {
    const administrators = change.keepsAnAdministrator ? await lockAdministrators(tx) : null;
    const person = await requirePerson(tx, userId);
    if (!change.may(actor, { ...person, ...change.from })) {
      throw new Forbidden(change.deed, "Ask another administrator.");
    }
    requireFreshIdentity(actor, at);
    if (!standsAt(person, change.from)) return;
    if (administrators && !keepsAnAdministrator(administrators, person.id)) {
      throw new Conflict("Nobody could look after this site any more. Add an administrator first.");
    }
    await tx.user.update({ where: { id: person.id }, data: change.data });
    const payload = await change.ends?.(tx);
    await recordEvent(tx, {
      kind: change.kind,
      actorId: actor.id,
      subjectId: person.id,
      ...(payload ? { payload } : {}),
    });
    if (change.revokes) {
      const theirs = { invitedById: person.id, ...change.revokes };
      await revokeOpenInvitations(tx, theirs, actor.id, at);
    }
    await announceAccessChange(tx, person.id);
  });
}

const standsAt = (person: PersonStanding, standing: Partial<PersonStanding>) =>
  Object.entries(standing).every(([key, value]) => person[key as keyof PersonStanding] === value);
