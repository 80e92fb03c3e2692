import type { Reader } from "./reader";

/**
 * How many threads of readers on the given sections nobody of the team has looked at: without an official
 * answer and without a disposition. Threads count where they stand in the newest release that placed them.
 */
export async function countFeedbackWaiting(
  reader: Reader,
  specId: string,
  sectionUids: readonly string[],
): Promise<number> {
  const [row] = await reader.$queryRaw<{ waiting: bigint }[]>`
    SELECT count(*) AS waiting
    FROM "Thread" t
    LEFT JOIN LATERAL (
      SELECT p."sectionUid" FROM "ThreadPlacement" p JOIN "Release" r ON r.id = p."releaseId"
      WHERE p."threadId" = t.id ORDER BY r.number DESC LIMIT 1
    ) placed ON true
    WHERE t."specId" = ${specId}::uuid AND t."mergedIntoId" IS NULL
      AND coalesce(placed."sectionUid", t."sectionUid") = ANY(${[...sectionUids]})
      AND EXISTS (SELECT FROM "Comment" c WHERE c."threadId" = t.id AND c.state = 'visible')
      AND NOT EXISTS (SELECT FROM "Disposition" d WHERE d."threadId" = t.id)
      AND NOT EXISTS (
        SELECT FROM "Comment" c
        WHERE c."threadId" = t.id AND c.state = 'visible' AND c."isOfficial")`;
  return Number(row?.waiting ?? 0);
}
