import { placeIndex, type PlaceIndex } from "@/lib/anchor/place-index";
import type { Reader } from "./reader";
import { Recent } from "./recent";
import { getStoredDocument } from "./releases";

// Enough for the releases that people read at one time; a long spec takes some ten megabytes.
const kept = new Recent<PlaceIndex>(4);

/**
 * A stored document as feedback asks about it. Documents never change, so the last ones are kept.
 *
 * @throws NotFound, UnreadableDocument
 */
export function getReleaseIndex(reader: Reader, documentHash: string): Promise<PlaceIndex> {
  return kept.take(documentHash, () => getStoredDocument(reader, documentHash).then(placeIndex));
}
