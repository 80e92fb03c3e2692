import { NotFound } from "@/lib/errors";
import type { Actor, SpecStanding } from "@/lib/policy/actor";
import { canSeeSpec } from "@/lib/policy/spec";
import type { MemberStanding } from "@/lib/policy/member";
import type { Reader } from "./reader";
import type { Transaction } from "./transaction";

export interface SpecRecord extends SpecStanding {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
}

/**
 * A spec together with how the actor stands to it, read in the caller's transaction.
 *
 * @param by Either the id or the slug of the spec.
 * @throws NotFound when there is none or the actor may not see it: the two look the same from outside.
 */
export async function requireSpec(
  reader: Reader,
  actor: Actor,
  by: { id: string } | { slug: string },
): Promise<SpecRecord> {
  const spec = await reader.spec.findUnique({
    where: by,
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      archivedAt: true,
      members: { where: { userId: actor.id }, select: { role: true } },
    },
  });
  if (!spec) throw new NotFound("spec");
  const { members, archivedAt, ...rest } = spec;
  const record = { ...rest, role: members[0]?.role ?? null, isArchived: archivedAt !== null };
  if (!canSeeSpec(actor, record)) throw new NotFound("spec");
  return record;
}

/**
 * One member of a spec and all of its members, locked until the transaction ends: two publishers who
 * demote each other at the same moment must not both succeed.
 *
 * @throws NotFound when the person is no member.
 */
export async function requireMember(
  tx: Transaction,
  specId: string,
  userId: string,
): Promise<{ member: MemberStanding; members: MemberStanding[] }> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Spec" WHERE id = ${specId}::uuid FOR UPDATE`;
  const members = await tx.member.findMany({
    where: { specId },
    select: { userId: true, role: true },
  });
  const member = members.find((one) => one.userId === userId);
  if (!member) throw new NotFound("such member");
  return { member, members };
}
