import WebSocket, { type ClientOptions } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import { readDraft } from "@/lib/draft/read-draft";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { countChanges, watchDelivery, type Delivery } from "../delivery";
import { mayReconnect, type ServerMessage } from "../protocol";

export interface EditorOptions {
  address: string;
  specId: string;
  headers: Record<string, string>;
  version?: string;
  epoch?: number;
  /** A copy that was kept on the device. */
  ydoc?: Y.Doc;
}

/** A browser's half of live editing without the browser: the real client, and what it heard. */
export class Editor {
  readonly ydoc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly messages: ServerMessage[] = [];
  readonly closes: number[] = [];
  /** The HTTP status that a connection was refused with, if it was. */
  refusedWith: number | null = null;
  private readonly watchers = new Set<() => void>();
  private readonly delivery: { current: () => Delivery; stop: () => void };

  constructor({ address, specId, headers, version, epoch, ydoc }: EditorOptions) {
    this.ydoc = ydoc ?? new Y.Doc();
    draftParts(this.ydoc);
    const refused = (status: number) => {
      this.refusedWith = status;
      this.look();
    };
    class Socket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers } as ClientOptions);
        this.on("unexpected-response", (_, { statusCode }) => {
          refused(statusCode ?? 0);
          this.emit("error", new Error("refused"));
          this.close();
        });
      }
    }
    this.provider = new WebsocketProvider(address, specId, this.ydoc, {
      connect: false,
      disableBc: true,
      maxBackoffTime: 400,
      params: { version: version ?? DRAFT_VERSION, epoch: String(epoch ?? 1) },
      shouldReconnect: ({ code }) => mayReconnect(code),
      WebSocketPolyfill: countChanges(Socket as never),
    });
    const look = () => this.look();
    this.delivery = watchDelivery(this.provider, look, (message) => {
      this.messages.push(message);
      look();
    });
    this.ydoc.on("update", look);
    this.provider.on("sync", look);
    this.provider.on("status", look);
    this.provider.awareness.on("change", look);
    this.provider.on("connection-close", (event) => {
      if (event) this.closes.push(event.code);
      look();
    });
  }

  connect(): this {
    this.provider.connect();
    return this;
  }

  disconnect(): void {
    this.provider.disconnect();
  }

  /** Ends the browser. */
  close(): void {
    this.delivery.stop();
    // A test may have written under another id; presence belongs to this one.
    this.ydoc.clientID = this.provider.awareness.clientID;
    this.provider.destroy();
    this.ydoc.destroy();
  }

  get state(): Delivery["state"] {
    return this.delivery.current().state;
  }

  /** Waits until something is so; it is looked at whenever anything happens here. */
  when(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const watcher = () => {
        if (!isSo()) return;
        this.watchers.delete(watcher);
        resolve();
      };
      this.watchers.add(watcher);
      watcher();
    });
  }

  synced = () => this.when(() => this.provider.synced);
  saved = () => this.when(() => this.provider.synced && this.state === "committed");
  closed = (code: number) => this.when(() => this.closes.includes(code));
  refused = () => this.when(() => this.refusedWith !== null);

  async hears<T extends ServerMessage["type"]>(
    type: T,
    isIt: (message: Extract<ServerMessage, { type: T }>) => boolean = () => true,
  ): Promise<Extract<ServerMessage, { type: T }>> {
    const find = () =>
      this.messages.find((message) => message.type === type && isIt(message as never));
    await this.when(() => find() !== undefined);
    return find() as Extract<ServerMessage, { type: T }>;
  }

  /** Types into a paragraph: the block at this place of the draft. */
  type(block: number, words: string, at = 0): void {
    this.textOf(block).insert(at, words);
  }

  textOf(block: number): Y.XmlText {
    const element = draftParts(this.ydoc).content.get(block) as Y.XmlElement;
    const first = element.length > 0 ? element.get(0) : undefined;
    if (first instanceof Y.XmlText) return first;
    const text = new Y.XmlText();
    element.insert(0, [text]);
    return text;
  }

  /** The draft in canonical form, as this editor has it. */
  canonical(): string {
    return canonicalJson(readDraft(this.ydoc, []).content);
  }

  text(): string {
    return draftParts(this.ydoc).content.toString();
  }

  shows = (words: string) => this.when(() => this.text().includes(words));

  private look(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}
