import { NotFound } from "@/lib/errors";
import type { BlockJson } from "@/lib/spec/block-json";
import type { PromptsFile, SpecDocument } from "@/lib/spec/document";
import { joinParts, type DocumentParts } from "@/lib/spec/document-parts";
import { readBlocks, readDocument } from "@/lib/spec/read-document";
import type { Reader } from "./reader";

/** The numbers of the parts that a revision is made of. */
export interface RevisionManifest {
  head: number;
  sections: number[];
  prompts: number[];
}

/** The text of a revision. Asks nobody for leave. @throws NotFound, UnreadableDocument */
export async function getRevisionDocument(
  reader: Reader,
  specId: string,
  number: number,
): Promise<SpecDocument> {
  const manifest = await reader.revision.findUnique({
    where: { specId_number: { specId, number } },
    select: { head: true, sections: true, prompts: true },
  });
  if (!manifest) throw new NotFound("such revision");
  return readManifest(reader, manifest);
}

/** Puts a document together from its parts. @throws UnreadableDocument */
export async function readManifest(
  reader: Reader,
  { head, sections, prompts }: RevisionManifest,
): Promise<SpecDocument> {
  const parts = await readParts(reader, [head, ...sections, ...prompts]);
  return readDocument(
    joinParts({
      head: parts.get(head) as DocumentParts["head"],
      sections: sections.map((id) => parts.get(id) as BlockJson[]),
      prompts: prompts.map((id) => parts.get(id) as PromptsFile),
    }),
  );
}

/** The blocks of one section as they once were. @throws NotFound, UnreadableDocument */
export async function getSectionPart(reader: Reader, id: number): Promise<BlockJson[]> {
  return readBlocks((await readParts(reader, [id])).get(id), "$");
}

async function readParts(reader: Reader, ids: number[]): Promise<Map<number, unknown>> {
  const rows = await reader.revisionPart.findMany({
    where: { id: { in: ids } },
    select: { id: true, bytes: true },
  });
  const decoder = new TextDecoder();
  const parts = new Map(
    rows.map(({ id, bytes }) => [id, JSON.parse(decoder.decode(bytes)) as unknown]),
  );
  if (ids.some((id) => !parts.has(id))) throw new NotFound("such part of a revision");
  return parts;
}
