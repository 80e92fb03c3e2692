import { NotFound } from "@/lib/errors";
import type { AuthorStanding } from "@/lib/feedback/trust";
import type { Actor } from "@/lib/policy/actor";
import type { CommentStanding, FeedbackStanding } from "@/lib/policy/feedback";
import { canSeeSpec } from "@/lib/policy/spec";
import { isConsulting } from "./consultations";
import type { Reader } from "./reader";

/** A spec as the public sides of it ask about it. */
export interface PublicSpecRecord extends FeedbackStanding {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** What the settings say; `isOpen` says whether comments are taken at this moment. */
  readonly isSwitchedOn: boolean;
  readonly inWindowsOnly: boolean;
  readonly slowModeMinutes: number;
  readonly houseRules: string;
}

/**
 * A spec that somebody may read in public: one with a release, or one they are a member of.
 *
 * @param actor Null for a visitor.
 * @throws NotFound when there is none, or nothing of it is published.
 */
export async function requirePublicSpec(
  reader: Reader,
  actor: Actor | null,
  by: { id: string } | { slug: string },
): Promise<PublicSpecRecord> {
  const spec = await reader.spec.findUnique({
    where: by,
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      archivedAt: true,
      feedbackSettings: {
        select: { isOpen: true, inWindowsOnly: true, slowModeMinutes: true, houseRules: true },
      },
      members: {
        where: { userId: actor?.id ?? "00000000-0000-0000-0000-000000000000" },
        select: { role: true },
      },
      _count: { select: { releases: true } },
    },
  });
  if (!spec) throw new NotFound("spec");
  const { archivedAt, feedbackSettings: feedback, members, _count, ...rest } = spec;
  const isSwitchedOn = feedback?.isOpen ?? true;
  const inWindowsOnly = feedback?.inWindowsOnly ?? false;
  const record = {
    ...rest,
    isSwitchedOn,
    inWindowsOnly,
    isOpen: isSwitchedOn && (!inWindowsOnly || (await isConsulting(reader, spec.id))),
    slowModeMinutes: feedback?.slowModeMinutes ?? 0,
    houseRules: feedback?.houseRules ?? "",
    role: members[0]?.role ?? null,
    isArchived: archivedAt !== null,
    isPublished: _count.releases > 0,
  };
  if (!record.isPublished && !(actor && canSeeSpec(actor, record))) throw new NotFound("spec");
  return record;
}

/** What is known of somebody who is about to post. */
export async function authorStanding(
  reader: Reader,
  actor: Actor,
  spec: PublicSpecRecord,
): Promise<AuthorStanding & { since: Date }> {
  const [user, approved] = await Promise.all([
    reader.user.findUniqueOrThrow({ where: { id: actor.id }, select: { createdAt: true } }),
    reader.comment.count({
      where: {
        authorId: actor.id,
        state: { in: ["visible", "withdrawn"] },
        moderation: { some: { deed: "approved" } },
      },
    }),
  ]);
  return {
    approved,
    isMember: spec.role !== null || actor.isAdministrator,
    since: user.createdAt,
  };
}

export interface ThreadRecord {
  readonly id: string;
  readonly number: number;
  readonly specId: string;
  readonly sectionUid: string | null;
  readonly openedById: string | null;
  readonly assignedToId: string | null;
  readonly mergedIntoId: string | null;
  readonly releaseId: string;
  /** The disposition that holds, null while it is open. */
  readonly dispositionId: string | null;
}

/** A thread, locked until the transaction ends: comments are numbered one after the other. */
export async function lockThread(tx: Reader, id: string): Promise<ThreadRecord> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Thread" WHERE id = ${id}::uuid FOR UPDATE`;
  const thread = await tx.thread.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      specId: true,
      sectionUid: true,
      openedById: true,
      assignedToId: true,
      mergedIntoId: true,
      releaseId: true,
      dispositions: { where: { endedAt: null }, select: { id: true } },
    },
  });
  if (!thread) throw new NotFound("such thread");
  const { dispositions, ...rest } = thread;
  return { ...rest, dispositionId: dispositions[0]?.id ?? null };
}

export interface CommentRecord extends CommentStanding {
  readonly id: string;
  readonly threadId: string;
  readonly number: number;
  readonly specId: string;
  readonly threadNumber: number;
}

/** A comment, locked until the transaction ends. @throws NotFound */
export async function lockComment(tx: Reader, id: string): Promise<CommentRecord> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Comment" WHERE id = ${id}::uuid FOR UPDATE`;
  const comment = await tx.comment.findUnique({
    where: { id },
    select: {
      id: true,
      threadId: true,
      number: true,
      authorId: true,
      state: true,
      thread: { select: { specId: true, number: true } },
    },
  });
  if (!comment) throw new NotFound("such comment");
  const { thread, ...rest } = comment;
  return { ...rest, specId: thread.specId, threadNumber: thread.number };
}
