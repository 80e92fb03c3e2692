import type { Actor } from "./actor";

/** The part of an account that rules ask about. */
export interface PersonStanding {
  readonly id: string;
  readonly isAdministrator: boolean;
  readonly isSuspended: boolean;
  readonly isErased: boolean;
}

export const canManagePeople = (actor: Actor) => actor.isAdministrator;

export const canInviteAdministrator = canManagePeople;

export const canSeeAudit = canManagePeople;

export const canSuspendPerson = (actor: Actor, person: PersonStanding) =>
  canManagePeople(actor) && actor.id !== person.id && !person.isSuspended && !person.isErased;

export const canReinstatePerson = (actor: Actor, person: PersonStanding) =>
  canManagePeople(actor) && person.isSuspended && !person.isErased;

export const canGrantAdministrator = (actor: Actor, person: PersonStanding) =>
  canManagePeople(actor) &&
  actor.id !== person.id &&
  !person.isAdministrator &&
  !person.isSuspended &&
  !person.isErased;

/** Nobody lays down the office alone by mistake: another administrator takes it away. */
export const canWithdrawAdministrator = (actor: Actor, person: PersonStanding) =>
  canManagePeople(actor) && actor.id !== person.id && person.isAdministrator;

export const canGrantSpecCreation = (actor: Actor, person: PersonStanding) =>
  canManagePeople(actor) && !person.isSuspended && !person.isErased;

export const canEraseAccount = (actor: Actor, person: PersonStanding) =>
  actor.id === person.id && !person.isErased;

/** An installation without an active administrator could never be looked after again. */
export const keepsAnAdministrator = (
  administrators: readonly PersonStanding[],
  leavingId: string,
) =>
  administrators.some(
    (person) =>
      person.id !== leavingId && person.isAdministrator && !person.isSuspended && !person.isErased,
  );
