import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lockAdministrators, requirePerson } from "@/lib/data/people";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { keepsAPublisher } from "@/lib/policy/member";
import { canEraseAccount, keepsAnAdministrator } from "@/lib/policy/person";
import { announceAccessChange } from "./announce-access-change";
import { announceRecords } from "../review/announce-release";
import { BLANK_COMMENT } from "../feedback/blank-comment";
import { requireFreshIdentity } from "./require-fresh-identity";
import { revokeOpenInvitations } from "../specs/revoke-open-invitations";

export const EraseAccount = z.object({
  /** The person's own name, typed to show that this is meant. */
  confirmation: z.string(),
  /** What becomes of comments in public: they stay without a name, or their words go as well. */
  comments: z.enum(["keep", "remove"]).default("keep"),
});
export type EraseAccount = z.infer<typeof EraseAccount>;

/** What stands where the name of somebody stood who erased their account. */
export const FORMER_NAME = "Former member";

/**
 * Erases the actor's account at once: name, address, password, identities, sessions and memberships.
 * What they did stays in the audit log under an id that no longer leads to anybody.
 *
 * @throws Conflict when the site would lose its last administrator, or a spec its last publisher.
 * @throws IdentityNotConfirmed when the sign-in is too old.
 */
export async function eraseAccount(actor: Actor, input: EraseAccount, at: Date): Promise<void> {
  return transaction(async (tx) => {
    const person = await requirePerson(tx, actor.id);
    if (!canEraseAccount(actor, person)) throw new Forbidden("erase this account");
    requireFreshIdentity(actor, at);
    const { name, email } = await tx.user.findUniqueOrThrow({
      where: { id: actor.id },
      select: { name: true, email: true },
    });
    requireTyped(input.confirmation, name);
    const administrators = await lockAdministrators(tx);
    if (person.isAdministrator && !keepsAnAdministrator(administrators, actor.id)) {
      throw new Conflict(
        "You are the only administrator. Make somebody else administrator first, then erase your account.",
      );
    }
    await leaveSpecs(tx, actor);
    await revokeOpenInvitations(tx, { invitedById: actor.id }, actor.id, at);
    if (email) await forgetAddress(tx, email, actor.id, at);
    await leaveFeedback(tx, actor.id, input.comments, at);
    await tx.account.deleteMany({ where: { userId: actor.id } });
    await tx.session.deleteMany({ where: { userId: actor.id } });
    await tx.user.update({ where: { id: actor.id }, data: nobody(at) });
    await recordEvent(tx, { kind: "person.erased", actorId: actor.id, subjectId: actor.id });
    await announceAccessChange(tx, actor.id);
    await announceRecords(tx);
  });
}

function requireTyped(confirmation: string, name: string): void {
  if (confirmation.trim() === name) return;
  const words = `Write your name exactly as it stands here: ${name}`;
  throw new Invalid(words, { confirmation: words });
}

const nobody = (at: Date) => ({
  name: FORMER_NAME,
  email: null,
  emailVerified: null,
  image: null,
  passwordHash: null,
  administratorSince: null,
  specCreatorSince: null,
  suspendedAt: null,
  erasedAt: at,
});

async function leaveSpecs(tx: Transaction, actor: Actor): Promise<void> {
  // Locked in one order, so that two people who leave at once do not wait for each other.
  await tx.$queryRaw`
    SELECT 1 AS locked FROM "Spec" WHERE id IN
      (SELECT "specId" FROM "Member" WHERE "userId" = ${actor.id}::uuid) ORDER BY id FOR UPDATE`;
  const specs = await tx.spec.findMany({
    where: { members: { some: { userId: actor.id } } },
    select: {
      id: true,
      title: true,
      archivedAt: true,
      members: { select: { userId: true, role: true } },
    },
    orderBy: { title: "asc" },
  });
  // An archived spec may be left without a publisher: an administrator can open it again.
  const stuck = specs.filter(
    ({ archivedAt, members }) =>
      !archivedAt && !keepsAPublisher(members, { userId: actor.id, role: null }),
  );
  if (stuck.length > 0) {
    const titles = stuck.map(({ title }) => `“${title}”`).join(", ");
    throw new Conflict(
      `You are the only publisher of ${titles}. Make somebody else publisher there or archive it first, then erase your account.`,
    );
  }
  for (const { id, members } of specs) {
    await tx.member.delete({ where: { specId_userId: { specId: id, userId: actor.id } } });
    await recordEvent(tx, {
      kind: "member.removed",
      actorId: actor.id,
      subjectId: actor.id,
      specId: id,
      payload: {
        role: members.find(({ userId }) => userId === actor.id)?.role ?? null,
        left: true,
      },
    });
  }
}

/**
 * Takes a person out of public feedback. Threads stay whole: comments keep their place, without a name
 * and, if the person wishes, without their words. What is quoted in a decision stays (QUALITY P4).
 */
async function leaveFeedback(
  tx: Transaction,
  userId: string,
  comments: EraseAccount["comments"],
  at: Date,
): Promise<void> {
  if (comments === "remove") {
    await tx.comment.updateMany({
      where: { authorId: userId },
      data: { ...BLANK_COMMENT, state: "withdrawn", editedAt: at },
    });
  }
  await tx.comment.updateMany({ where: { authorId: userId }, data: { authorId: null } });
  await tx.thread.updateMany({ where: { openedById: userId }, data: { openedById: null } });
  await tx.thread.updateMany({
    where: { assignedToId: userId },
    data: { assignedToId: null, assignedAt: null },
  });
  await tx.report.updateMany({ where: { byId: userId }, data: { byId: null, words: "" } });
  await tx.appeal.updateMany({ where: { byId: userId }, data: { byId: null } });
  await tx.threadSupport.deleteMany({ where: { userId } });
  await tx.follow.deleteMany({ where: { userId } });
  await tx.byline.deleteMany({ where: { userId } });
  await tx.feedbackMail.deleteMany({ where: { userId } });
}

/** Rows outside the account that carry its address. */
async function forgetAddress(tx: Transaction, email: string, userId: string, at: Date) {
  await tx.verificationToken.deleteMany({ where: { identifier: email } });
  await revokeOpenInvitations(tx, { email }, userId, at);
  await tx.invitation.updateMany({ where: { email }, data: { email: null } });
}
