import * as Y from "yjs";
import { readDraft } from "@/lib/draft/read-draft";
import type { SourceMap } from "@/lib/markdown/source-map";
import type { SpecDocument } from "@/lib/spec/document";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { getStoredDraft, type StoredDraft } from "./draft-log";
import { knownStyle } from "./levels";
import type { Reader } from "./reader";

/** A draft at a moment: the spec it says, and which update it ends with. */
export interface DraftMoment {
  document: SpecDocument;
  epoch: number;
  headSeq: bigint;
}

/** Rebuilds the shared document that was stored. */
export function openStoredDraft({ snapshot, updates }: StoredDraft): Y.Doc {
  const ydoc = new Y.Doc();
  ydoc.transact(() => {
    if (snapshot) Y.applyUpdateV2(ydoc, snapshot);
    for (const update of updates) Y.applyUpdate(ydoc, update);
  });
  return ydoc;
}

/**
 * The draft as it is stored now. Asks nobody for leave: callers have asked `lib/policy`.
 *
 * @throws NotFound, UnreadableDocument
 */
export async function getDraftMoment(reader: Reader, specId: string): Promise<DraftMoment> {
  const stored = await getStoredDraft(reader, specId);
  const ydoc = openStoredDraft(stored);
  try {
    const document = readDraft(ydoc, await levelsOfSpec(reader, specId));
    return { document, epoch: stored.epoch, headSeq: stored.headSeq };
  } finally {
    ydoc.destroy();
  }
}

/** The authority levels of a spec as its documents carry them, highest first. */
export async function levelsOfSpec(reader: Reader, specId: string): Promise<AuthorityLevel[]> {
  const levels = await reader.authorityLevel.findMany({
    where: { specId },
    orderBy: { rank: "asc" },
    select: { key: true, name: true, steerability: true, colour: true, shape: true },
  });
  return levels.map((level, rank) => ({ ...level, rank, ...knownStyle(level) }));
}

/** What gives the imported Markdown its bytes back, if the draft was imported. */
export async function findDraftSource(reader: Reader, specId: string): Promise<SourceMap | null> {
  const draft = await reader.draft.findUnique({ where: { specId }, select: { source: true } });
  return readSource(draft?.source ?? null);
}

/** A stored SourceMap. */
export function readSource(bytes: Uint8Array | null): SourceMap | null {
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as SourceMap) : null;
}

export function writeSource(source: SourceMap | null): Uint8Array<ArrayBuffer> | null {
  return source ? new TextEncoder().encode(JSON.stringify(source)) : null;
}
