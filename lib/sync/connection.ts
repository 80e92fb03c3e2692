import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { log } from "@/lib/log";
import { readClientMessage, type ClientMessage } from "./client-message";
import { wireFrame } from "./frames";
import { CLOSE, encodeServerMessage, type RefusalCode, type ServerMessage } from "./protocol";
import { Throttle } from "./throttle";
import { REFUSAL_WORDS } from "./words";

/** Who is at the other end, from the session. */
export interface Person {
  id: string;
  sessionId: string;
  name: string;
  colour: string;
}

/** A change as it came in. */
export interface Change {
  connection: Connection;
  update: Uint8Array;
  isAnswer: boolean;
}

/** What a connection tells. */
export interface ConnectionRoom {
  ask: (connection: Connection, stateVector: Uint8Array) => void;
  take: (change: Change) => void;
  move: (connection: Connection, clientId: number, state: string) => void;
  leave: (connection: Connection) => void;
}

// More waits in memory for a client that stopped reading; it fetches all of it when it is back.
const MAX_UNSENT_BYTES = 4_000_000;
// Before the answer to our first sync step, changes wait for it.
const MAX_HELD_BYTES = 1_000_000;
const MAX_HELD_MS = 30_000;
// Fast typing makes 30 frames a second; a paste or an offline return is one frame.
const FRAMES_PER_SECOND = 150;
const FRAMES_AT_ONCE = 600;
// A client that does not say goodbye is cut off.
const GOODBYE_MS = 2_000;

/**
 * One socket of one person. Knows frames, limits and the order of the conversation, and nothing of the
 * draft.
 */
export class Connection {
  /** Awareness id of the editor at the other end, from its first message about itself. */
  clientId: number | null = null;
  /** Whether its question was answered: from then on it gets every update. */
  isCurrent = false;
  /** How many of its changes are dealt with. */
  done = 0;
  /** When it lost the right to write, so that what was under way then is no offence. */
  demotedAt: number | null = null;
  private room: ConnectionRoom | null = null;
  private hasAnswered = false;
  private held: Change[] = [];
  private heldBytes = 0;
  private heldTimer: NodeJS.Timeout | undefined;
  /** Whether we sent it away for what it did: what else it sent is not wanted. */
  isRefused = false;
  private isClosing = false;
  private unanswered = 0;
  private queuedBytes = 0;
  private readonly pauses = new Set<"throttle" | "queue">();
  private readonly throttle = new Throttle(FRAMES_PER_SECOND, FRAMES_AT_ONCE);

  constructor(
    private readonly ws: WebSocket,
    private readonly socket: Duplex,
    readonly person: Person,
    public canWrite: boolean,
  ) {
    ws.binaryType = "nodebuffer";
    // Nothing is read before there is a room to tell it.
    ws.pause();
    ws.on("message", (data: Buffer, isBinary: boolean) => this.receive(data, isBinary));
    ws.on("pong", () => (this.unanswered = 0));
    ws.on("close", () => this.leave());
    // ws closes with the fitting code by itself.
    ws.on("error", (error: Error & { code?: string }) => {
      log().info({ code: error.code, personId: person.id }, "sync: broken frame");
      this.isClosing = true;
      setTimeout(() => ws.terminate(), GOODBYE_MS).unref();
    });
  }

  /** Begins to listen. */
  start(room: ConnectionRoom): void {
    this.room = room;
    this.ws.resume();
  }

  say(message: ServerMessage): void {
    this.write(wireFrame(encodeServerMessage(message)));
  }

  /**
   * Writes whole frames, past `ws`: nothing is compressed, so nothing of its own can be half-way, and one
   * buffer serves many receivers.
   */
  write(frames: Buffer): void {
    if (this.isClosing || this.ws.readyState !== this.ws.OPEN) return;
    this.socket.write(frames);
    if (this.socket.writableLength > MAX_UNSENT_BYTES) {
      log().info({ personId: this.person.id }, "sync: reads too slowly");
      this.close(CLOSE.tooSlow, 0);
    }
  }

  /** Says why, and closes. Nothing that comes after is heard. */
  refuse(code: RefusalCode, closeCode: number): void {
    if (this.isClosing) return;
    this.isRefused = true;
    log().info({ code, personId: this.person.id }, "sync: refused");
    this.say({ type: "refusal", code, words: REFUSAL_WORDS[code] });
    this.close(closeCode);
  }

  close(code: number, patienceMs = GOODBYE_MS): void {
    if (this.isClosing) return;
    this.isClosing = true;
    clearTimeout(this.heldTimer);
    this.ws.close(code);
    // A paused socket would never hear the goodbye of the other side.
    this.ws.resume();
    setTimeout(() => this.ws.terminate(), patienceMs).unref();
  }

  /** Ends it without a word. */
  terminate(): void {
    this.isClosing = true;
    this.ws.terminate();
  }

  get isOpen(): boolean {
    return !this.isClosing && this.ws.readyState === this.ws.OPEN;
  }

  /**
   * Asks the browser for a sign of life. Called every ten seconds; who left two unanswered is gone without a
   * goodbye, and the others should not see it any longer.
   */
  ping(): void {
    if (!this.isOpen) return;
    // While nothing is read from it, its answers are not read either.
    if (this.pauses.size === 0 && this.unanswered >= 2) return this.terminate();
    this.unanswered += 1;
    this.ws.ping();
  }

  /** Called when changes of it left the queue. */
  release(bytes: number): void {
    this.queuedBytes -= bytes;
    if (this.queuedBytes < MAX_HELD_BYTES) this.resume("queue");
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.isClosing) return;
    if (!isBinary) return this.offend(CLOSE.notBinary);
    const wait = this.throttle.spend(1);
    if (wait > 0) this.pauseFor(wait);
    let message: ClientMessage;
    try {
      message = readClientMessage(data);
    } catch {
      return this.offend(CLOSE.malformed);
    }
    if (message.type === "ask") this.room?.ask(this, message.stateVector);
    else if (message.type === "presence") {
      this.room?.move(this, message.clientId, message.state);
    } else if (message.type === "change") this.takeChange(message.update, message.isAnswer);
  }

  /** The answer to our first sync step goes first, because what came before it may build on it. */
  private takeChange(update: Uint8Array, isAnswer: boolean): void {
    const change = { connection: this, update, isAnswer };
    if (!this.canWrite || this.hasAnswered) return this.pass(change);
    if (!isAnswer) return this.hold(change);
    this.hasAnswered = true;
    clearTimeout(this.heldTimer);
    const { held } = this;
    this.held = [];
    this.pass(change);
    held.forEach((each) => this.pass(each));
  }

  private hold(change: Change): void {
    this.held.push(change);
    this.heldBytes += change.update.byteLength;
    this.heldTimer ??= setTimeout(() => this.close(CLOSE.tooSlow), MAX_HELD_MS);
    if (this.heldBytes > MAX_HELD_BYTES) this.close(CLOSE.tooSlow);
  }

  private pass(change: Change): void {
    this.queuedBytes += change.update.byteLength;
    if (this.queuedBytes > 2 * MAX_HELD_BYTES) this.pause("queue");
    this.room?.take(change);
  }

  private offend(code: number): void {
    log().info({ code, personId: this.person.id }, "sync: malformed message");
    this.close(code);
  }

  private pauseFor(ms: number): void {
    if (this.pauses.has("throttle")) return;
    this.pause("throttle");
    setTimeout(() => this.resume("throttle"), ms).unref();
  }

  private pause(reason: "throttle" | "queue"): void {
    this.pauses.add(reason);
    this.ws.pause();
  }

  private resume(reason: "throttle" | "queue"): void {
    if (!this.pauses.delete(reason) || this.pauses.size > 0) return;
    if (this.ws.readyState === this.ws.OPEN) this.ws.resume();
  }

  private leave(): void {
    this.isClosing = true;
    clearTimeout(this.heldTimer);
    this.room?.leave(this);
  }
}
