import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canInviteMember } from "@/lib/policy/member";
import { canInviteAdministrator } from "@/lib/policy/person";
import { ROLES } from "@/lib/policy/role";
import { EmailAddress, Id } from "../people/fields";
import { requireFreshIdentity } from "../people/require-fresh-identity";
import { hashSecret, newSecret } from "../people/secret-link";

const DAYS_OPEN = 14;
const DAY_MS = 86_400_000;

const email = z
  .union([z.literal("").transform(() => null), EmailAddress])
  .nullable()
  .default(null);

export const InviteMember = z.object({ specId: Id, role: z.enum(ROLES), email });
export type InviteMember = z.infer<typeof InviteMember>;

export const InviteAdministrator = z.object({ email });
export type InviteAdministrator = z.infer<typeof InviteAdministrator>;

export interface NewInvitation {
  id: string;
  /** Stands in the link /invitation/<secret>. Only its hash is kept, so it is shown this once. */
  secret: string;
  expiresAt: Date;
}

/** Makes a one-time link that lets its holder join a spec with a role, for 14 days. */
export async function inviteMember(
  actor: Actor,
  input: InviteMember,
  at: Date,
): Promise<NewInvitation> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canInviteMember(actor, spec)) throw new Forbidden("invite people to this spec");
    requireFreshIdentity(actor, at);
    const { secret, row } = invitation(actor, input.email, at);
    const { id } = await tx.invitation.create({
      data: { ...row, specId: spec.id, role: input.role },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: "invitation.created",
      actorId: actor.id,
      specId: spec.id,
      payload: { invitation: id, role: input.role },
    });
    return { id, secret, expiresAt: row.expiresAt };
  });
}

/** Makes a one-time link that lets its holder become an administrator, for 14 days. */
export async function inviteAdministrator(
  actor: Actor,
  input: InviteAdministrator,
  at: Date,
): Promise<NewInvitation> {
  if (!canInviteAdministrator(actor)) {
    throw new Forbidden("invite administrators", "Ask an administrator.");
  }
  requireFreshIdentity(actor, at);
  return transaction(async (tx) => {
    const { secret, row } = invitation(actor, input.email, at);
    const { id } = await tx.invitation.create({
      data: { ...row, administrator: true },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: "invitation.created",
      actorId: actor.id,
      payload: { invitation: id, administrator: true },
    });
    return { id, secret, expiresAt: row.expiresAt };
  });
}

function invitation(actor: Actor, email: string | null, at: Date) {
  const secret = newSecret();
  const expiresAt = new Date(at.getTime() + DAYS_OPEN * DAY_MS);
  return {
    secret,
    row: { tokenHash: hashSecret(secret), email, invitedById: actor.id, createdAt: at, expiresAt },
  };
}
