import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canInviteMember } from "@/lib/policy/member";
import { canInviteAdministrator } from "@/lib/policy/person";
import type { Role } from "@/lib/policy/role";
import { db } from "./db";
import { requireSpec } from "./standing";

export interface InvitationView {
  id: string;
  role: Role | null;
  /** The address it was written for; shown only to those who may invite. */
  email: string | null;
  createdAt: Date;
  expiresAt: Date;
  invitedBy: string | null;
}

/** What the holder of a link is shown: what they are invited to, and whether it can still be taken up. */
export interface InvitationOfferView {
  state: "open" | "accepted" | "revoked" | "expired";
  spec: { slug: string; title: string; summary: string } | null;
  role: Role | null;
  administrator: boolean;
  /** The address it was written for. Only the holder of the link sees it. */
  email: string | null;
  invitedBy: string | null;
  expiresAt: Date;
  /** Who took it up; null when nobody did. */
  acceptedById: string | null;
}

/**
 * The invitation behind a link. Holding the secret is what lets one see it.
 *
 * @param tokenHash SHA-256 of the secret, in hex.
 */
export async function findInvitation(
  tokenHash: string,
  now: Date,
): Promise<InvitationOfferView | null> {
  const row = await db().invitation.findUnique({
    where: { tokenHash },
    select: {
      role: true,
      administrator: true,
      email: true,
      expiresAt: true,
      acceptedAt: true,
      acceptedById: true,
      revokedAt: true,
      spec: { select: { slug: true, title: true, summary: true } },
      invitedBy: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { acceptedAt, revokedAt, invitedBy, ...offer } = row;
  return {
    ...offer,
    invitedBy: invitedBy?.name ?? null,
    state: acceptedAt
      ? "accepted"
      : revokedAt
        ? "revoked"
        : row.expiresAt <= now
          ? "expired"
          : "open",
  };
}

/** Open invitations to the office of administrator. @throws Forbidden for everybody else. */
export async function listAdministratorInvitations(
  actor: Actor,
  now: Date,
): Promise<InvitationView[]> {
  if (!canInviteAdministrator(actor)) {
    throw new Forbidden("see these invitations", "Ask an administrator.");
  }
  return listOpen({ administrator: true }, now);
}

/** Invitations to a spec that can still be accepted; empty for those who may not invite. */
export async function listOpenInvitations(
  actor: Actor,
  specId: string,
  now: Date,
): Promise<InvitationView[]> {
  const spec = await requireSpec(db(), actor, { id: specId });
  return canInviteMember(actor, spec) ? listOpen({ specId }, now) : [];
}

async function listOpen(
  to: { administrator: true } | { specId: string },
  now: Date,
): Promise<InvitationView[]> {
  const rows = await db().invitation.findMany({
    where: { ...to, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
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
  return rows.map((row) => ({ ...row, invitedBy: row.invitedBy?.name ?? null }));
}
