import type { Actor } from "@/lib/policy/actor";
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
