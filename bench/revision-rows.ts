import { createHash } from "node:crypto";
import { db } from "@/lib/data/db";
import { getRevisionDocument } from "@/lib/data/revision-documents";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { documentParts } from "@/lib/spec/document-parts";
import type { BenchRow } from "./table";

const BATCH = 500;

/**
 * Fills the history of a spec up to so many revisions, each with one section changed: the same rows that
 * the command writes, in batches, because only storage and reading are looked at.
 */
export async function revisionRows(
  specId: string,
  userId: string,
  wanted: number,
): Promise<BenchRow[]> {
  const newest = await db().revision.findFirstOrThrow({
    where: { specId },
    orderBy: { number: "desc" },
  });
  const { sections } = documentParts(await getRevisionDocument(db(), specId, newest.number));
  const before = await sizeOf();
  let manifest = newest.sections;
  for (let number = newest.number + 1; number <= wanted; number += BATCH) {
    const numbers = Array.from(
      { length: Math.min(BATCH, wanted - number + 1) },
      (_, index) => number + index,
    );
    const parts = await db().revisionPart.createManyAndReturn({
      data: numbers.map((each) => ({
        specId,
        ...variant(sections[each % sections.length]!, each),
      })),
      select: { id: true },
    });
    const revisions = await db().revision.createManyAndReturn({
      data: numbers.map((each, index) => {
        manifest = manifest.with(each % manifest.length, parts[index]!.id);
        const { head, prompts, seq, epoch, documentHash } = newest;
        const summary = `Edited section ${each % manifest.length}`;
        const told = { summary, runSummary: summary, runBase: each - 1, kind: "pause" as const };
        const own = { specId, number: each, sections: manifest, ...told };
        return { ...own, head, prompts, seq, epoch, documentHash };
      }),
      select: { id: true },
    });
    await db().revisionContributor.createMany({
      data: revisions.map(({ id }) => ({ revisionId: id, userId, updates: 40, touched: ["u1"] })),
    });
    await db().revisionSection.createMany({
      data: revisions.map(({ id }, index) => ({
        revisionId: id,
        specId,
        uid: `section-${numbers[index]! % manifest.length}`,
        sectionId: "some_section",
        title: "A section of the spec",
        fate: "edited" as const,
        partId: parts[index]!.id,
      })),
    });
  }
  const grown = (await sizeOf()) - before;
  const each = grown / (wanted - newest.number);
  const whole = canonicalJson(sections).length;
  return [
    {
      what: `storage of ${wanted} revisions, indices included`,
      measured: `${(grown / 1_048_576).toFixed(1)} MB`,
      peer: `whole copies ${Math.round((whole * wanted) / 1_048_576)} MB`,
    },
    { what: "storage of one that changes one section", measured: `${(each / 1024).toFixed(1)} KB` },
  ];
}

function variant(blocks: unknown[], number: number) {
  const content = [{ type: "text", text: `Once more, ${number}.` }];
  const more = { type: "paragraph", attrs: { uid: `more${number}` }, content };
  const bytes = new TextEncoder().encode(canonicalJson([...blocks, more]));
  return { bytes, hash: Uint8Array.from(createHash("sha256").update(bytes).digest()) };
}

async function sizeOf(): Promise<number> {
  const [size] = await db().$queryRaw<{ bytes: bigint }[]>`
    SELECT sum(pg_total_relation_size(name))::bigint AS bytes
    FROM unnest(ARRAY['"Revision"', '"RevisionPart"', '"RevisionContributor"', '"RevisionSection"']::regclass[]) AS name`;
  return Number(size?.bytes ?? 0);
}
