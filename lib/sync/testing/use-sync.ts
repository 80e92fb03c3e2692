import { afterAll, afterEach, beforeAll } from "vitest";
import { DraftStore } from "@/lib/data/draft-store";
import type { Actor } from "@/lib/policy/actor";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import type { SyncOptions } from "@/server/sync-endpoint";
import type { Storage } from "../storage";
import { Editor, type EditorOptions } from "./editor";
import { headersOf, startSyncServer, type SyncServer } from "./sync-server";

/** The real storage, whose work a test can hold up or make fail. */
class FaultyStorage {
  readonly calls: string[] = [];
  private readonly faults = new Map<string, () => Promise<void>>();
  readonly store: Storage;

  constructor(real: DraftStore) {
    this.store = new Proxy(real, {
      get: (target, name: string) => {
        const method = (target as unknown as Record<string, (...args: never[]) => unknown>)[name];
        if (typeof method !== "function") return method;
        return async (...args: never[]) => {
          this.calls.push(name);
          await this.faults.get(name)?.();
          return method.apply(target, args);
        };
      },
    });
  }

  /** Until `heal`, these fail as when the database is gone. */
  break(...names: (keyof Storage)[]): void {
    for (const name of names) {
      this.faults.set(name, () => Promise.reject(new Error("connection refused")));
    }
  }

  /** Holds a call up until the returned function is called. */
  hold(name: keyof Storage): () => void {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    this.faults.set(name, () => held);
    return () => {
      this.faults.delete(name);
      release();
    };
  }

  heal(): void {
    this.faults.clear();
  }
}

/** A sync server with a database of its own for a test file, and browsers that end with each test. */
export function useSync(options: Partial<SyncOptions> = {}) {
  useSettings();
  const database = useDatabase();
  const editors: Editor[] = [];
  let server: SyncServer | undefined;
  let faults: FaultyStorage | undefined;
  let store: DraftStore | undefined;
  const start = async () => {
    store = new DraftStore(process.env.DATABASE_URL ?? "");
    faults = new FaultyStorage(store);
    server = await startSyncServer({ storage: faults.store, ...options });
  };
  const stop = async () => {
    await server?.stop();
    await store?.close();
  };
  beforeAll(start);
  afterEach(() => {
    faults?.heal();
    editors.splice(0).forEach((editor) => editor.close());
  });
  afterAll(stop);
  const there = <T>(value: T | undefined): T => {
    if (!value) throw new Error("The server is there only while tests run.");
    return value;
  };
  return {
    database,
    get server() {
      return there(server);
    },
    get faults() {
      return there(faults);
    },
    /** Stops the server, with everything that belongs to stopping, and starts another. */
    restart: async () => {
      await stop();
      await start();
    },
    stop,
    start,
    /** A browser of somebody who is signed in, connecting. */
    open: async (who: Actor, specId: string, more: Partial<EditorOptions> = {}) => {
      const headers = await headersOf(who);
      const editor = new Editor({ address: there(server).address, specId, headers, ...more });
      editors.push(editor);
      return editor.connect();
    },
  };
}
