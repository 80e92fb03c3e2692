import { IndexeddbPersistence, clearDocument } from "y-indexeddb";
import * as Y from "yjs";
import { listOlderCopies, UNCONFIRMED, type CopyName } from "./local-copy";

/** Older copies that hold something the server never confirmed. Those that hold nothing new are removed. */
export async function findUnsentCopies(name: CopyName): Promise<string[]> {
  const unsent: string[] = [];
  for (const copy of await listOlderCopies(name)) {
    if (await opened(copy, async (store) => (await store.get(UNCONFIRMED)) === 1))
      unsent.push(copy);
    else await discardCopy(copy);
  }
  return unsent;
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
