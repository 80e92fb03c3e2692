import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";
import type { Review } from "./review";

/** What the pages of a candidate show beside the review itself. */
export type ReviewContext = Awaited<ReturnType<typeof readReviewContext>>;

/** What one person has viewed, who was asked, and what was tried with a candidate besides approving it. */
export async function readReviewContext(actor: Actor, { candidate, approvals, facts }: Review) {
  const views = await db().sectionView.findMany({
    where: {
      specId: candidate.specId,
      userId: actor.id,
      change: { in: facts.parts.map(({ change }) => change) },
    },
    select: { change: true },
  });
  const assigned = await db().reviewAssignment.findMany({
    where: { candidateId: candidate.id },
    orderBy: { at: "asc" },
    select: { userId: true },
  });
  const related = await db().candidate.findMany({
    where: {
      id: {
        in: [
          ...approvals.map(({ candidateId }) => candidateId),
          ...(candidate.closure?.nextId ? [candidate.closure.nextId] : []),
        ],
      },
    },
    select: { id: true, number: true },
  });
  const numbers = new Map(related.map(({ id, number }) => [id, number]));
  const nextId = candidate.closure?.nextId;
  return {
    viewed: new Set(views.map(({ change }) => change)),
    assigned: assigned.map(({ userId }) => userId),
    numbers,
    next: nextId ? (numbers.get(nextId) ?? null) : null,
    missed: await db().scheduleEnd.findFirst({
      where: { kind: "missed", schedule: { candidateId: candidate.id } },
      orderBy: { at: "desc" },
      select: { at: true, words: true },
    }),
    override: await db().breakGlass.findFirst({
      where: { candidateId: candidate.id, confirmation: null },
      orderBy: { askedAt: "desc" },
      select: { id: true, askedById: true, askedAt: true, reason: true },
    }),
  };
}
