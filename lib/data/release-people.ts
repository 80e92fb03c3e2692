import type { Reader } from "./reader";

/**
 * Names of people who stand in the public records of releases, by the spec: who approved, objected,
 * published, corrected, withdrew, made the candidate, or published against the rules.
 */
export async function listReleasePeople(reader: Reader): Promise<Map<string, string[]>> {
  const rows = await reader.$queryRaw<{ specId: string; names: string[] }[]>`
    WITH answering AS (
      SELECT "specId", "publishedById" AS "userId" FROM "Release" WHERE origin = 'published'
      UNION SELECT "specId", "cutById" FROM "Candidate"
      UNION SELECT "specId", "reviewerId" FROM "Approval" JOIN "Candidate" c ON c.id = "candidateId"
      UNION SELECT "specId", "byId" FROM "Objection" JOIN "Candidate" c ON c.id = "candidateId"
      UNION SELECT "specId", e."byId" FROM "ObjectionEnd" e
        JOIN "Objection" o ON o.id = e."objectionId" JOIN "Candidate" c ON c.id = o."candidateId"
      UNION SELECT "specId", "byId" FROM "ReleaseErratum" JOIN "Release" r ON r.id = "releaseId"
      UNION SELECT "specId", "byId" FROM "ReleaseWithdrawal" JOIN "Release" r ON r.id = "releaseId"
      UNION SELECT "specId", "askedById" FROM "BreakGlass" JOIN "Candidate" c ON c.id = "candidateId"
      UNION SELECT "specId", x."byId" FROM "BreakGlassConfirmation" x
        JOIN "BreakGlass" g ON g.id = x."breakGlassId" JOIN "Candidate" c ON c.id = g."candidateId"
    )
    SELECT "specId", array_agg(u.name ORDER BY u.id) AS names
    FROM answering JOIN "User" u ON u.id = "userId"
    GROUP BY "specId"`;
  return new Map(rows.map(({ specId, names }) => [specId, names]));
}
