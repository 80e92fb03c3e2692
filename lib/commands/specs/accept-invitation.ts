import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { isAtLeast, type Role } from "@/lib/policy/role";
import { announceAccessChange } from "../people/announce-access-change";
import { hashSecret } from "../people/secret-link";

export const AcceptInvitation = z.object({ secret: z.string().min(20).max(100) });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/**
 * Takes up an invitation: the actor joins the spec, or becomes an administrator. A member who already
 * has the role or a stronger one keeps it; an invitation never lowers a role.
 *
 * @returns The slug of the spec that was joined, or null for the office of administrator.
 * @throws NotFound when the link was never valid, Conflict when it was used, ended or ran out.
 */
export async function acceptInvitation(
  actor: Actor,
  input: AcceptInvitation,
  at: Date,
): Promise<{ slug: string | null }> {
  return transaction((tx) => acceptInvitationIn(tx, actor, input.secret, at));
}

/** The same inside a transaction that does more, such as making the account that accepts. */
export async function acceptInvitationIn(
  tx: Transaction,
  actor: Actor,
  secret: string,
  at: Date,
): Promise<{ slug: string | null }> {
  const invitation = await tx.invitation.findUnique({
    where: { tokenHash: hashSecret(secret) },
    include: { spec: { select: { slug: true } } },
  });
  if (!invitation) throw new NotFound("such invitation");
  if (invitation.acceptedById === actor.id) return { slug: invitation.spec?.slug ?? null };
  await requireAddressee(tx, actor, invitation.email);
  // One statement decides who was first, so a link that two people follow lets in one of them.
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { acceptedAt: at, acceptedById: actor.id },
  });
  if (count === 0) {
    throw new Conflict("This invitation was used, ended or ran out. Ask for a new one.");
  }
  const { specId, role, administrator } = invitation;
  await recordEvent(tx, {
    kind: "invitation.accepted",
    actorId: actor.id,
    ...(specId ? { specId } : {}),
    payload: { invitation: invitation.id },
  });
  if (specId && role) await join(tx, actor, specId, role, invitation.invitedById);
  if (administrator) await takeOffice(tx, actor, at, invitation.invitedById);
  return { slug: invitation.spec?.slug ?? null };
}

async function requireAddressee(tx: Transaction, actor: Actor, email: string | null) {
  if (email === null) return;
  const { email: own } = await tx.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true },
  });
  if (own !== email) {
    throw new Forbidden(
      "use this invitation: it was written for another e-mail address",
      "Sign in with that address or ask for a new invitation.",
    );
  }
}

async function join(
  tx: Transaction,
  actor: Actor,
  specId: string,
  role: Role,
  addedById: string | null,
) {
  const key = { specId_userId: { specId, userId: actor.id } };
  const before = await tx.member.findUnique({ where: key, select: { role: true } });
  if (before && isAtLeast(before.role, role)) return;
  await tx.member.upsert({
    where: key,
    create: { specId, userId: actor.id, role, addedById },
    update: { role },
  });
  await recordEvent(tx, {
    kind: before ? "member.role_changed" : "member.added",
    actorId: addedById,
    subjectId: actor.id,
    specId,
    payload: before ? { from: before.role, to: role } : { role },
  });
  await announceAccessChange(tx, actor.id);
}

async function takeOffice(tx: Transaction, actor: Actor, at: Date, grantedById: string | null) {
  if (actor.isAdministrator) return;
  await tx.user.update({ where: { id: actor.id }, data: { administratorSince: at } });
  await recordEvent(tx, {
    kind: "administrator.granted",
    actorId: grantedById,
    subjectId: actor.id,
  });
  await announceAccessChange(tx, actor.id);
}
