import type { Reader } from "./reader";

/** People by the uid of the section they wrote in; "" stands for text before the first heading. */
export type SectionAuthors = Map<string, Set<string>>;

/**
 * Who changed what in a draft between two places in its log, from the connections and sessions that the
 * changes came by, never from what a change says about itself: contributors of a revision, and who may not
 * approve which clause (QUALITY A3).
 *
 * @param range `after` is left out, `upTo` is included.
 * @returns By `touchedSections`; the installation itself is no author.
 */
export async function listSectionAuthors(
  reader: Reader,
  specId: string,
  { after, upTo }: { after: bigint; upTo: bigint },
): Promise<SectionAuthors> {
  const rows = await reader.$queryRaw<{ section: string; authorId: string }[]>`
    SELECT DISTINCT section, "authorId"
    FROM "DraftUpdate", unnest(touched) AS section
    WHERE "specId" = ${specId}::uuid AND seq > ${after} AND seq <= ${upTo}
      AND "authorId" IS NOT NULL`;
  const authors: SectionAuthors = new Map();
  for (const { section, authorId } of rows) {
    const known = authors.get(section);
    if (known) known.add(authorId);
    else authors.set(section, new Set([authorId]));
  }
  return authors;
}
