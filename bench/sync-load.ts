import { connect, type Socket } from "node:net";
import * as decoding from "lib0/decoding";
import WebSocket from "ws";
import * as Y from "yjs";
import { syncStep1, syncStep2, syncUpdate } from "@/lib/sync/frames";

/**
 * One document for all typists of a bench: each writes under a client id of its own and in a paragraph of
 * its own, so no update hangs on another's, and a hundred people need no hundred copies.
 */
export class Typists {
  readonly ydoc = new Y.Doc({ gc: false });
  private readonly texts: Y.XmlText[];

  constructor(
    state: Uint8Array,
    private readonly firstId: number,
  ) {
    Y.applyUpdate(this.ydoc, state);
    this.texts = this.ydoc
      .getXmlFragment("content")
      .toArray()
      .flatMap((block) => {
        const text =
          block instanceof Y.XmlElement && block.nodeName === "paragraph" && block.get(0);
        return text instanceof Y.XmlText ? [text] : [];
      });
  }

  /** What one of them types, as an update. */
  type(typist: number, words: string): Uint8Array {
    const before = Y.encodeStateVector(this.ydoc);
    this.ydoc.clientID = this.firstId + typist;
    const text = this.texts[typist % this.texts.length]!;
    let update: Uint8Array | null = null;
    const note = (bytes: Uint8Array) => (update = bytes);
    this.ydoc.once("update", note);
    text.insert(text.length, words);
    return update ?? Y.encodeStateAsUpdate(this.ydoc, before);
  }
}

/** One browser of a bench: sockets and counts, no editor. */
export class LoadClient {
  received = 0;
  updates = 0;
  bytes = 0;
  /** What of it is text, without words about people and cursors. */
  textBytes = 0;
  acknowledged = 0;
  private readonly watchers = new Set<() => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on("error", () => undefined);
    socket.on("message", (data: Buffer) => this.hear(data));
  }

  /** Called with each update that arrives. */
  heard: ((update: Uint8Array) => void) | null = null;
  /** Called with the number of changes that are committed. */
  confirmed: ((count: number) => void) | null = null;
  /** Answers the server's question with this, instead of "nothing". */
  answer: Uint8Array = NOTHING;
  isCurrent = false;

  static async open(
    address: string,
    headers: Record<string, string>,
    ydoc: Y.Doc,
    answer?: Uint8Array,
  ): Promise<LoadClient> {
    const socket = new WebSocket(address, { headers, perMessageDeflate: false });
    const client = new LoadClient(socket);
    if (answer) client.answer = answer;
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("unexpected-response", (_, { statusCode }) => reject(new Error(`${statusCode}`)));
    });
    socket.send(syncStep1(ydoc));
    return client;
  }

  send(update: Uint8Array): void {
    this.socket.send(syncUpdate(update));
  }

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

  /** Waits for so many more updates. */
  arrived(updates: number): Promise<void> {
    const from = this.updates;
    return this.when(() => this.updates - from >= updates);
  }

  current = () => this.when(() => this.isCurrent);

  close(): void {
    this.socket.terminate();
  }

  private hear(data: Buffer): void {
    this.received += 1;
    this.bytes += data.byteLength;
    if (data[0] === 0) this.textBytes += data.byteLength;
    if (data[0] === 0 && data[1] === 0) this.socket.send(syncStep2(this.answer));
    if (data[0] === 0 && data[1] === 1) this.isCurrent = true;
    if (data[0] === 0 && data[1] === 2) this.updates += 1;
    if (data[0] === 0 && data[1] === 2) this.heard?.(data.subarray(data[2]! < 128 ? 3 : 4));
    if (data[0] === 100) {
      this.acknowledged = decoding.readVarUint(decoding.createDecoder(data.subarray(1)));
      this.confirmed?.(this.acknowledged);
    }
    for (const watcher of [...this.watchers]) watcher();
  }
}

/**
 * One of a crowd: types, and throws away what it hears without looking, so that hundreds of them leave the
 * processor to the server.
 */
export class CrowdClient {
  private constructor(private readonly socket: Socket) {
    socket.on("error", () => undefined);
    socket.on("data", () => undefined);
    // Nobody looks for the server's question whether this one is alive, so it says so by itself.
    const alive = setInterval(() => socket.write(PONG), 5_000);
    socket.on("close", () => clearInterval(alive));
  }

  static async open(
    address: string,
    headers: Record<string, string>,
    ydoc: Y.Doc,
  ): Promise<CrowdClient> {
    const { hostname, port, pathname, search, host } = new URL(address);
    const socket = connect(Number(port), hostname);
    const lines = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${host}`,
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    await new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.once("data", (data: Buffer) =>
        data.toString("latin1", 0, 12) === "HTTP/1.1 101"
          ? resolve(null)
          : reject(new Error(data.toString("latin1", 0, 100))),
      );
    });
    const client = new CrowdClient(socket);
    client.write(syncStep1(ydoc));
    // The server asks for what this one has that it lacks: nothing, in any case.
    client.write(syncStep2(NOTHING));
    return client;
  }

  send(update: Uint8Array): void {
    this.write(syncUpdate(update));
  }

  close(): void {
    this.socket.destroy();
  }

  /** A masked frame, as browsers have to send; the mask may be nothing. */
  private write(message: Uint8Array): void {
    const head =
      message.byteLength < 126
        ? [message.byteLength]
        : [126, message.byteLength >> 8, message.byteLength & 255];
    const [length = 0, ...more] = head;
    this.socket.write(
      Buffer.concat([Buffer.from([0x82, 0x80 | length, ...more, 0, 0, 0, 0]), message]),
    );
  }
}

const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);
const NOTHING = new Uint8Array([0, 0]);
