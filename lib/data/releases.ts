import { NotFound } from "@/lib/errors";
import type { SourceMap } from "@/lib/markdown/source-map";
import type { SpecDocument } from "@/lib/spec/document";
import { readDocument } from "@/lib/spec/read-document";
import { readSource } from "./draft-document";
import type { Reader } from "./reader";

export interface ReleaseView {
  id: string;
  number: number;
  label: string;
  origin: "published" | "imported";
  documentHash: string;
  manifestHash: string;
  baseId: string | null;
  changelog: string;
  publishedAt: Date;
}

const RELEASE_FIELDS = {
  id: true,
  number: true,
  label: true,
  origin: true,
  documentHash: true,
  manifestHash: true,
  baseId: true,
  changelog: true,
  publishedAt: true,
} as const;

/** All releases of a spec, newest first. Releases are public: no leave is asked. */
export async function listReleases(reader: Reader, specId: string): Promise<ReleaseView[]> {
  return reader.release.findMany({
    where: { specId },
    orderBy: { number: "desc" },
    select: RELEASE_FIELDS,
  });
}

/** The newest release, null while nothing is published. */
export async function findLatestRelease(
  reader: Reader,
  specId: string,
): Promise<ReleaseView | null> {
  return reader.release.findFirst({
    where: { specId },
    orderBy: { number: "desc" },
    select: RELEASE_FIELDS,
  });
}

/** @throws NotFound */
export async function getRelease(
  reader: Reader,
  specId: string,
  label: string,
): Promise<ReleaseView> {
  const release = await reader.release.findUnique({
    where: { specId_label: { specId, label } },
    select: RELEASE_FIELDS,
  });
  if (!release) throw new NotFound("such release");
  return release;
}

/** A document by its hash. @throws NotFound, UnreadableDocument */
export async function getStoredDocument(reader: Reader, hash: string): Promise<SpecDocument> {
  const bytes = await getStoredBytes(reader, hash);
  return readDocument(JSON.parse(new TextDecoder().decode(bytes)));
}

/** The canonical bytes of a document by their hash, as they were stored. @throws NotFound */
export async function getStoredBytes(reader: Reader, hash: string): Promise<Uint8Array> {
  const stored = await reader.storedDocument.findUnique({
    where: { hash },
    select: { bytes: true },
  });
  if (!stored) throw new NotFound("such document");
  return stored.bytes;
}

/** What gives a release the bytes of the Markdown it was imported from. */
export async function findReleaseSource(reader: Reader, id: string): Promise<SourceMap | null> {
  const release = await reader.release.findUnique({ where: { id }, select: { source: true } });
  return readSource(release?.source ?? null);
}

/** Whether a spec has releases that went through review here, not only ones taken over from elsewhere. */
export async function publishesItself(reader: Reader, specId: string): Promise<boolean> {
  return (await reader.release.count({ where: { specId, origin: "published" } })) > 0;
}
