import type { Actor } from "@/lib/policy/actor";
import { canInviteMember } from "@/lib/policy/member";
import type { Role } from "@/lib/policy/role";
import { db } from "./db";
import { requireSpec } from "./standing";

export interface MemberView {
  userId: string;
  name: string;
  role: Role;
  addedAt: Date;
  isSuspended: boolean;
}

export interface InvitationView {
  id: string;
  role: Role | null;
  /** The address it was written for; shown only to those who may invite. */
  email: string | null;
  createdAt: Date;
  expiresAt: Date;
  invitedBy: string | null;
}

/** Members of a spec by name. Addresses are no part of it: members know each other by name. */
export async function listMembers(actor: Actor, specId: string): Promise<MemberView[]> {
  await requireSpec(db(), actor, { id: specId });
  const members = await db().member.findMany({
    where: { specId },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: {
      userId: true,
      role: true,
      addedAt: true,
      user: { select: { name: true, suspendedAt: true } },
    },
  });
  return members.map(({ user, ...member }) => ({
    ...member,
    name: user.name,
    isSuspended: user.suspendedAt !== null,
  }));
}

/** Invitations to a spec that can still be accepted; empty for those who may not invite. */
export async function listOpenInvitations(
  actor: Actor,
  specId: string,
  now: Date,
): Promise<InvitationView[]> {
  const spec = await requireSpec(db(), actor, { id: specId });
  if (!canInviteMember(actor, spec)) return [];
  const invitations = await db().invitation.findMany({
    where: { specId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      role: true,
      email: true,
      createdAt: true,
      expiresAt: true,
      invitedBy: { select: { name: true } },
    },
  });
  return invitations.map((row) => ({ ...row, invitedBy: row.invitedBy?.name ?? null }));
}
