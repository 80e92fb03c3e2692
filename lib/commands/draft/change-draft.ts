import * as Y from "yjs";
import { openStoredDraft, levelsOfSpec } from "@/lib/data/draft-document";
import { appendUpdates, getStoredDraft, lockDraft, type DraftOrigin } from "@/lib/data/draft-log";
import type { Transaction } from "@/lib/data/transaction";
import { readDraft } from "@/lib/draft/read-draft";
import { touchedSections } from "@/lib/draft/touched-sections";
import { writeDraft } from "@/lib/draft/write-draft";
import type { SpecDocument } from "@/lib/spec/document";

export interface DraftChange {
  specId: string;
  /** Who is answerable for it: counts as an author of what it touches. */
  authorId: string | null;
  origin: Exclude<DraftOrigin, "edit" | "seed">;
}

/**
 * Changes a draft from the server (restore, import, accepted suggestion), in the caller's transaction.
 * People who are editing see it arrive like anybody's typing, and what they do elsewhere stays.
 *
 * The caller has asked `lib/policy`. `change` gets the newest document and returns what it shall be.
 *
 * @returns The number of the newest update; unchanged when the change changed nothing.
 */
export async function changeDraft(
  tx: Transaction,
  { specId, authorId, origin }: DraftChange,
  change: (document: SpecDocument) => SpecDocument,
): Promise<bigint> {
  await lockDraft(tx, specId);
  const stored = await getStoredDraft(tx, specId);
  const ydoc = openStoredDraft(stored);
  try {
    const before = Y.encodeStateVector(ydoc);
    const document = readDraft(ydoc, await levelsOfSpec(tx, specId));
    let changed = false;
    ydoc.once("update", () => (changed = true));
    const wanted = change(document);
    const touched = touchedSections(ydoc, () => writeDraft(ydoc, wanted, origin));
    if (!changed) return stored.headSeq;
    const update = Y.encodeStateAsUpdate(ydoc, before);
    return await appendUpdates(tx, specId, [{ update, authorId, origin, touched }]);
  } finally {
    ydoc.destroy();
  }
}
