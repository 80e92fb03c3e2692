import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import { countChanges, watchDelivery, type Delivery } from "@/lib/sync/delivery";
import { fetchState } from "@/lib/sync/fetch-state";
import { keepConnected, longestPause } from "@/lib/sync/keep-connected";
import { mayReconnect, type PersonPresent, type ServerMessage } from "@/lib/sync/protocol";
import { PlacesStore } from "../people/places";
import { CalmAwareness } from "./calm-awareness";
import { conditionOf, wouldLeaveWork, type Condition, type Facts } from "./condition";
import { LocalCopy } from "./local-copy";

export interface DraftSessionOptions {
  specId: string;
  personId: string;
  epoch: number;
  /** What the page knows from the server; the endpoint has the last word. */
  canWrite: boolean;
}

/** What the page around the editor shows. A new object at each change, for useSyncExternalStore. */
export interface SessionView {
  condition: Condition;
  people: readonly PersonPresent[];
  canWrite: boolean;
  /** The text is complete: an editor may be bound to it. */
  isOpen: boolean;
  hasUnsaved: boolean;
  /** Whether this browser keeps a copy. */
  keepsCopy: boolean;
}

/**
 * One person's connection to one draft: the shared document, the socket, the copy on this device, and
 * what of it can be trusted. Knows nothing of the editor.
 */
export class DraftSession {
  readonly ydoc = new Y.Doc();
  readonly awareness = new CalmAwareness(this.ydoc);
  readonly places = new PlacesStore(this.awareness);
  readonly provider: WebsocketProvider;
  readonly #copy: LocalCopy | null;
  readonly #delivery: { stop: () => void };
  readonly #leaveNetwork: () => void;
  readonly #listeners = new Set<() => void>();
  #facts: Facts;
  #people: readonly PersonPresent[] = [];
  #view: SessionView;

  constructor(readonly options: DraftSessionOptions) {
    const { specId, epoch, canWrite } = options;
    this.#facts = {
      connection: "offline",
      isOpen: false,
      hasUnconfirmed: false,
      canWrite,
      trouble: null,
      refusal: null,
      outdated: null,
    };
    this.#view = this.#look();
    this.provider = new WebsocketProvider(`${origin()}/sync`, specId, this.ydoc, {
      connect: false,
      disableBc: true,
      awareness: this.awareness,
      params: { version: DRAFT_VERSION, epoch: String(epoch) },
      maxBackoffTime: longestPause(),
      shouldReconnect: ({ code }) => mayReconnect(code),
      WebSocketPolyfill: countChanges(WebSocket),
    });
    this.#delivery = watchDelivery(
      this.provider,
      ({ state }) => this.#delivered(state),
      (message) => this.#hear(message),
    );
    this.provider.on("sync", (synced) => synced && this.#know({ isOpen: true }));
    this.provider.on("connection-error", this.#asked);
    this.#leaveNetwork = keepConnected(this.provider);
    this.ydoc.on("update", this.#edited);
    // Whoever only reads has nothing to keep.
    this.#copy = canWrite ? new LocalCopy(options, this.ydoc) : null;
    void this.#start();
  }

  async #start(): Promise<void> {
    const opened = (await this.#copy?.opened) ?? null;
    if (opened) {
      this.#know({
        hasUnconfirmed: this.#facts.hasUnconfirmed || opened.hasUnconfirmed,
        isOpen: this.#facts.isOpen || this.#hasText(),
      });
    }
    this.#view = { ...this.#view, keepsCopy: opened !== null };
    if (!this.#hasText()) await this.#fetch();
    if (!this.#closed) this.provider.connect();
  }

  /** Of a device without a copy, the connection asks for little when the text is there already. */
  async #fetch(): Promise<void> {
    const { specId, epoch } = this.options;
    const state = await fetchState(`/sync/${specId}/state`, epoch);
    if (!state || this.#closed) return;
    // As if the connection had brought it: it is nothing that was written here.
    Y.applyUpdateV2(this.ydoc, state, this.provider);
    this.#know({ isOpen: this.#facts.isOpen || this.#hasText() });
  }

  /** An empty copy may be one that was never filled. */
  #hasText(): boolean {
    return draftParts(this.ydoc).content.length > 0;
  }

  #closed = false;

  /** Learns what a browser does not tell about a socket that was refused: that nobody is signed in. */
  async #askWhy(): Promise<void> {
    const address = `/sync/${this.options.specId}/state`;
    const signal = AbortSignal.timeout(ANSWER_WAIT_MS);
    const answer = await fetch(address, { method: "HEAD", signal }).catch(() => null);
    if (answer?.status === 401) this.#know({ refusal: { words: SIGNED_OUT, todo: "sign-in" } });
  }

  /** Tries that fail one after another: is it the network, or is nobody signed in? */
  readonly #asked = (): void => {
    this.#failures += 1;
    if (this.#failures % ASK_EVERY === 0) void this.#askWhy();
  };
  #failures = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): SessionView => this.#view;

  /** The editor met something that it cannot show. Nothing was deleted. */
  readonly cannotShow = (): void => {
    this.provider.disconnect();
    this.#know({
      outdated:
        "Somebody's change needs a newer version of this page. Nothing was lost; reload to go on.",
    });
  };

  /** Ends everything. The session cannot be used again. */
  close(): void {
    this.#closed = true;
    this.#delivery.stop();
    this.#leaveNetwork();
    this.ydoc.off("update", this.#edited);
    this.provider.destroy();
    this.places.stop();
    this.awareness.destroy();
    void this.#copy?.close().finally(() => this.ydoc.destroy());
    if (!this.#copy) this.ydoc.destroy();
  }

  readonly #edited = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || this.#copy?.isOrigin(origin)) return;
    this.#know({ hasUnconfirmed: true });
  };

  #delivered(connection: Delivery["state"]): void {
    const confirmed = connection === "committed";
    this.#know({
      connection,
      ...(confirmed ? { hasUnconfirmed: false, refusal: null } : {}),
    });
  }

  #hear(message: ServerMessage): void {
    switch (message.type) {
      case "people":
        this.#people = message.people;
        return this.#know({});
      case "access":
        return this.#know({ canWrite: message.canWrite });
      case "status":
        return this.#know({
          trouble: message.saving ? null : (message.words ?? "The database does not answer."),
        });
      case "refusal": {
        const todo = message.code === "no-access" ? "sign-in" : "reload";
        return this.#know({ refusal: { words: message.words, todo } });
      }
      case "reload":
        return this.#know({ outdated: message.words });
    }
  }

  #know(news: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...news };
    this.#copy?.note(this.#facts.hasUnconfirmed);
    this.#view = { ...this.#look(), keepsCopy: this.#view.keepsCopy };
    this.#listeners.forEach((listener) => listener());
  }

  #look(): SessionView {
    return {
      condition: conditionOf(this.#facts),
      people: this.#people,
      canWrite: this.#facts.canWrite,
      isOpen: this.#facts.isOpen,
      hasUnsaved: wouldLeaveWork(this.#facts),
      keepsCopy: false,
    };
  }
}

const ANSWER_WAIT_MS = 4000;
const ASK_EVERY = 5;
const SIGNED_OUT =
  "You are signed out. What you wrote is kept on this device: sign in again in another tab, then reload.";

function origin(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}`;
}
