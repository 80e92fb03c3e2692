import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";

/** Where a copy notes whether the server confirmed all of it. */
export const UNCONFIRMED = "unconfirmed";

/** Whose copy of which draft; a copy for another version or epoch is another one. */
export interface CopyName {
  personId: string;
  specId: string;
  epoch: number;
}

/**
 * The draft on this device, so that nothing is lost without a connection, with a note of whether
 * something in it was never confirmed by the server.
 *
 * One copy per person: what one wrote offline must not be sent under another's name on a shared computer.
 */
export class LocalCopy {
  readonly #store: IndexeddbPersistence;
  #noted = false;
  /** Whether it held changes that were never confirmed. Null where the browser keeps nothing. */
  readonly opened: Promise<{ hasUnconfirmed: boolean } | null>;

  constructor(name: CopyName, ydoc: Y.Doc) {
    this.#store = new IndexeddbPersistence(copyName(name), ydoc);
    this.opened = this.#open();
  }

  async #open(): Promise<{ hasUnconfirmed: boolean } | null> {
    try {
      // `whenSynced` never ends when the browser refuses to open a database, `_db` does.
      await (this.#store as unknown as { _db: Promise<unknown> })._db;
      await this.#store.whenSynced;
      this.#noted = (await this.#store.get(UNCONFIRMED)) === 1;
      return { hasUnconfirmed: this.#noted };
    } catch {
      // Private windows refuse to keep anything; the page then says that nothing is kept here.
      return null;
    }
  }

  /** Whether a change comes out of this copy. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#store;
  }

  /** Notes on this device whether there is something the server never confirmed. */
  note(hasUnconfirmed: boolean): void {
    if (hasUnconfirmed === this.#noted) return;
    this.#noted = hasUnconfirmed;
    void this.opened.then(
      (opened) => opened && this.#store.set(UNCONFIRMED, hasUnconfirmed ? 1 : 0),
    );
  }

  async close(): Promise<void> {
    await this.opened;
    await this.#store.destroy().catch(() => undefined);
  }

  /** Removes the copy from this device. */
  async forget(): Promise<void> {
    await this.#store.clearData();
  }
}

const PREFIX = "precept";

function copyName({ personId, specId, epoch }: CopyName): string {
  return [PREFIX, personId, specId, epoch, DRAFT_VERSION].join("/");
}

/** Copies of older versions or epochs of a draft that this person left on this device, by name. */
export async function listOlderCopies(name: CopyName): Promise<string[]> {
  if (typeof indexedDB === "undefined" || !("databases" in indexedDB)) return [];
  const own = `${PREFIX}/${name.personId}/${name.specId}/`;
  const all = await indexedDB.databases().catch(() => []);
  return all.flatMap((database) =>
    database.name?.startsWith(own) && database.name !== copyName(name) ? [database.name] : [],
  );
}
