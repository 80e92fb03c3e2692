import { placeIndex, type PlaceIndex } from "@/lib/anchor/place-index";
import type { Reader } from "./reader";
import { getStoredDocument } from "./releases";

/** Enough for the releases that people read at one time; a long spec takes some ten megabytes. */
const MOST_KEPT = 4;

const kept = new Map<string, Promise<PlaceIndex>>();

/**
 * A stored document as feedback asks about it. Documents never change, so the last ones are kept.
 *
 * @throws NotFound, UnreadableDocument
 */
export function getReleaseIndex(reader: Reader, documentHash: string): Promise<PlaceIndex> {
  const known = kept.get(documentHash);
  kept.delete(documentHash);
  const index = known ?? getStoredDocument(reader, documentHash).then(placeIndex);
  kept.set(documentHash, index);
  // A failure is told to whoever asked, and not kept for others.
  if (!known) index.catch(() => kept.delete(documentHash));
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return index;
}
