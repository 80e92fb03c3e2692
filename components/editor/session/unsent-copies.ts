import { IndexeddbPersistence, clearDocument } from "y-indexeddb";
import * as Y from "yjs";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import { listOlderCopies, UNCONFIRMED, type CopyName } from "./local-copy";

/**
 * Older copies that hold something which the draft does not: what the server never confirmed, or what it confirmed
 * and lost since, because an older backup was put in its place. Copies that hold nothing new are removed.
 *
 * @param current The draft, complete.
 */
export async function findUnsentCopies(name: CopyName, current: Y.Doc): Promise<string[]> {
  const unsent: string[] = [];
  for (const copy of await listOlderCopies(name)) {
    const isNews = await opened(
      copy,
      async (store) => (await store.get(UNCONFIRMED)) === 1 || knowsMore(copy, store.doc, current),
    );
    if (isNews) unsent.push(copy);
    else await discardCopy(copy);
  }
  return unsent;
}

/** Whether a copy has pieces that the draft never had, or has no more. */
function knowsMore(name: string, copy: Y.Doc, current: Y.Doc): boolean {
  // Between versions of the program a draft may have been written anew, piece by piece.
  if (!name.endsWith(`/${DRAFT_VERSION}`)) return false;
  const reached = Y.decodeStateVector(Y.encodeStateVector(copy));
  return [...reached].some(([client, clock]) => clock > Y.getState(current.store, client));
}

/** Reads a kept copy into a document of its own. */
export async function readCopy<T>(name: string, read: (ydoc: Y.Doc) => T): Promise<T> {
  return opened(name, async (store) => read(store.doc));
}

export async function discardCopy(name: string): Promise<void> {
  await clearDocument(name);
}

async function opened<T>(
  name: string,
  work: (store: IndexeddbPersistence) => Promise<T>,
): Promise<T> {
  const ydoc = new Y.Doc();
  const store = new IndexeddbPersistence(name, ydoc);
  try {
    await store.whenSynced;
    return await work(store);
  } finally {
    await store.destroy();
    ydoc.destroy();
  }
}
