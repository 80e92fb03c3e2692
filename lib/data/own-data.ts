import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";
import { listOwnReviews } from "./own-reviews";

/**
 * Every row that names a person, for that person to take away (QUALITY P3). The hash of the password
 * and the secrets of links are no data about the person and stay here.
 */
export async function getOwnData(actor: Actor) {
  const { id } = actor;
  const profile = await db().user.findUniqueOrThrow({
    where: { id },
    omit: { passwordHash: true },
  });
  const byTime = { createdAt: "asc" } as const;
  const [
    identities,
    sessions,
    memberships,
    membersAdded,
    specs,
    invitations,
    revisions,
    feedback,
    reviews,
    audit,
  ] = await Promise.all([
    db().account.findMany({
      where: { userId: id },
      select: { provider: true, providerAccountId: true, type: true },
    }),
    db().session.findMany({ where: { userId: id }, orderBy: byTime }),
    db().member.findMany({
      where: { userId: id },
      include: { spec: { select: { title: true, slug: true } } },
    }),
    db().member.findMany({ where: { addedById: id } }),
    db().spec.findMany({ where: { OR: [{ createdById: id }, { archivedById: id }] } }),
    db().invitation.findMany({
      where: {
        OR: [
          { invitedById: id },
          { acceptedById: id },
          { revokedById: id },
          ...(profile.email ? [{ email: profile.email }] : []),
        ],
      },
      omit: { tokenHash: true },
      orderBy: byTime,
    }),
    listOwnRevisions(id),
    listOwnFeedback(id),
    listOwnReviews(id),
    db().auditEvent.findMany({
      where: { OR: [{ actorId: id }, { subjectId: id }] },
      orderBy: { seq: "asc" },
    }),
  ]);
  return {
    profile,
    identities,
    sessions,
    memberships,
    membersAdded,
    specs,
    invitations,
    revisions,
    feedback,
    reviews,
    auditEvents: audit.map((event) => ({ ...event, seq: event.seq.toString() })),
  };
}

/** What somebody said in public, and what they follow, support and reported. */
async function listOwnFeedback(id: string) {
  const thread = { select: { specId: true, number: true, sectionTitle: true } } as const;
  const [byline, comments, supported, followed, reports, appeals, mail] = await Promise.all([
    db().byline.findUnique({ where: { userId: id }, omit: { userId: true } }),
    db().comment.findMany({
      where: { authorId: id },
      orderBy: { at: "asc" },
      omit: { wordsHash: true },
      include: { thread, moderation: { omit: { byId: true } } },
    }),
    db().threadSupport.findMany({ where: { userId: id }, select: { at: true, thread } }),
    db().follow.findMany({ where: { userId: id }, omit: { sinceSeq: true } }),
    db().report.findMany({ where: { byId: id } }),
    db().appeal.findMany({ where: { byId: id }, omit: { decidedById: true } }),
    db().feedbackMail.findUnique({ where: { userId: id }, select: { pace: true } }),
  ]);
  return { byline, comments, supported, followed, reports, appeals, mail };
}

/** Revisions that somebody wrote in, asked for or named. The text in them belongs to the spec. */
async function listOwnRevisions(id: string) {
  const revision = { select: { specId: true, number: true, at: true } } as const;
  const [written, made, named] = await Promise.all([
    db().revisionContributor.findMany({
      where: { userId: id },
      select: { updates: true, touched: true, revision },
    }),
    db().revision.findMany({ where: { createdById: id }, ...revision }),
    db().revisionName.findMany({
      where: { byId: id },
      select: { name: true, at: true, revision },
    }),
  ]);
  return { written, made, named };
}
