import { WHOLE } from "@/lib/workflow/parts";
import type { Contribution } from "@/lib/workflow/contributors";
import type { Reader } from "./reader";

/** From when to when: after the moment of the base release, up to that of the candidate. */
export interface ContributionRange {
  specId: string;
  candidateId: string;
  afterSeq: bigint;
  upToSeq: bigint;
  /** When the base was recorded; null when there is none. */
  since: Date | null;
  until: Date;
}

/**
 * Who changed what between a base release and a candidate: the log of the draft, the authors of
 * suggestions that were taken up, those whose words somebody else moved, and those who changed the
 * authority levels.
 */
export async function listContributions(
  reader: Reader,
  { specId, candidateId, afterSeq, upToSeq, since, until }: ContributionRange,
): Promise<Contribution[]> {
  // Distinct pairs in the database: a draft has many thousand updates of a few people.
  const typed = await reader.$queryRaw<{ authorId: string; part: string | null }[]>`
    SELECT DISTINCT "authorId", part
    FROM "DraftUpdate" LEFT JOIN LATERAL unnest(touched) AS part ON true
    WHERE "specId" = ${specId}::uuid AND seq > ${afterSeq} AND seq <= ${upToSeq}
      AND "authorId" IS NOT NULL`;
  const suggested = await reader.appliedSuggestion.findMany({
    where: { specId, draftSeq: { gt: afterSeq, lte: upToSeq } },
    select: { authorId: true, part: true },
  });
  const moved = await reader.candidateAuthor.findMany({
    where: { candidateId },
    select: { userId: true, part: true },
  });
  const levels = await reader.auditEvent.findMany({
    where: {
      specId,
      kind: "levels.changed",
      actorId: { not: null },
      at: { ...(since ? { gt: since } : {}), lte: until },
    },
    select: { actorId: true },
  });
  return [
    ...typed.map(({ authorId, part }) => ({ authorId, touched: part === null ? [] : [part] })),
    ...suggested.map(({ authorId, part }) => ({ authorId, touched: [part] })),
    ...moved.map(({ userId, part }) => ({ authorId: userId, touched: [part] })),
    ...levels.flatMap(({ actorId }) => (actorId ? [{ authorId: actorId, touched: [WHOLE] }] : [])),
  ];
}
