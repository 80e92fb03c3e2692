import { namesOf, type NamedPerson } from "./names";
import type { CandidateRecord } from "./candidates";
import type { Reader } from "./reader";

/** How far a draft has moved on since a candidate was made from it. */
export interface DriftView {
  changes: number;
  sections: number;
  by: NamedPerson[];
  lastAt: Date | null;
}

export async function getDrift(
  reader: Reader,
  { specId, draftSeq }: Pick<CandidateRecord, "specId" | "draftSeq">,
): Promise<DriftView> {
  const [totals] = await reader.$queryRaw<{ changes: bigint; last: Date | null }[]>`
    SELECT count(*) AS changes, max(at) AS last
    FROM "DraftUpdate" WHERE "specId" = ${specId}::uuid AND seq > ${draftSeq}`;
  const sections = await reader.$queryRaw<{ part: string }[]>`
    SELECT DISTINCT part FROM "DraftUpdate", unnest(touched) AS part
    WHERE "specId" = ${specId}::uuid AND seq > ${draftSeq}`;
  const authors = await reader.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "authorId" AS id FROM "DraftUpdate"
    WHERE "specId" = ${specId}::uuid AND seq > ${draftSeq} AND "authorId" IS NOT NULL`;
  const names = await namesOf(
    reader,
    authors.map(({ id }) => id),
  );
  return {
    changes: Number(totals?.changes ?? 0),
    sections: sections.length,
    by: authors.map(({ id }) => names(id)),
    lastAt: totals?.last ?? null,
  };
}
