import type { Actor, SpecStanding } from "./actor";
import { isAtLeast, type Role } from "./role";
import { canChangeSpecSettings, canSeeSpec } from "./spec";

/** The part of a member that rules ask about. */
export interface MemberStanding {
  readonly userId: string;
  readonly role: Role;
}

export const canSeeMembers = canSeeSpec;

export const canInviteMember = canChangeSpecSettings;

export const canRevokeInvitation = canChangeSpecSettings;

/** Nobody changes their own role, neither up nor down: what one may do is for others to say (A11). */
export const canChangeRole = (actor: Actor, spec: SpecStanding, member: MemberStanding) =>
  canChangeSpecSettings(actor, spec) && actor.id !== member.userId;

export const canRemoveMember = (actor: Actor, spec: SpecStanding, member: MemberStanding) =>
  canChangeSpecSettings(actor, spec) && actor.id !== member.userId;

export const canLeaveSpec = (_actor: Actor, spec: SpecStanding) => isAtLeast(spec.role, "reader");

/** A spec that nobody could publish or manage would be stuck. */
export const keepsAPublisher = (
  members: readonly MemberStanding[],
  changed: { readonly userId: string; readonly role: Role | null },
) =>
  members.some(
    (member) => (member.userId === changed.userId ? changed.role : member.role) === "publisher",
  ) || !members.some((member) => member.role === "publisher");
