import { randomUUID } from "node:crypto";
import { DatabaseListener } from "@/lib/data/database-listener";
import { DRAFT_CHANNEL } from "@/lib/data/draft-log";
import { ACCESS_CHANNEL } from "@/lib/data/access-channel";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import { NotFound } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Connection } from "./connection";
import { CLOSE } from "./protocol";
import { Room, type RoomOptions } from "./room";
import { RoomsPresence, PRESENCE_CHANNEL } from "./rooms-presence";
import type { Storage } from "./storage";
import { REFUSAL_WORDS } from "./words";

export interface RoomsOptions {
  storage: Storage;
  /** Address of the database, to listen on. */
  databaseUrl: string;
  offended: RoomOptions["offended"];
  /** Called when somebody's access may have changed; without an id, anybody's may. */
  accessChanged: (userId: string | null) => void;
  snapshots?: RoomOptions["snapshots"];
}

// Also finds out that the database is gone, or does not answer, so that people read it within three seconds.
const WATCH_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 1_500;
// Pages take three missed ones for a dead connection (`keepConnected`).
const BEAT_EVERY_MS = 4_000;
const PING_EVERY_MS = 10_000;

/** All open drafts of this process, and what keeps them in step with other processes. */
export class Rooms {
  private readonly rooms = new Map<string, Promise<Room>>();
  private readonly open = new Map<string, Room>();
  private readonly listener: DatabaseListener;
  private readonly presence: RoomsPresence;
  private readonly timers: NodeJS.Timeout[];
  private isWatching = false;

  constructor(private readonly options: RoomsOptions) {
    this.presence = new RoomsPresence(randomUUID(), this.open, (payload) =>
      options.storage.notify(PRESENCE_CHANNEL, payload),
    );
    this.listener = new DatabaseListener(
      options.databaseUrl,
      [DRAFT_CHANNEL, ACCESS_CHANNEL, PRESENCE_CHANNEL],
      {
        heard: (channel, payload) => this.hear(channel, payload),
        // What was told while nobody listened is looked up.
        began: () => {
          void this.watch();
          options.accessChanged(null);
        },
        lost: () => void this.watch(),
      },
    );
    this.timers = [
      setInterval(() => void this.watch(), WATCH_EVERY_MS),
      setInterval(() => this.beat(), BEAT_EVERY_MS),
      setInterval(() => this.ping(), PING_EVERY_MS),
    ];
  }

  /** Whether changes of access are heard at once, or have to be looked up. */
  get isListening(): boolean {
    return this.listener.isListening;
  }

  /**
   * The room of a draft. It is loaded once, however many ask at the same time.
   *
   * @throws When it cannot be loaded; the next who asks tries again.
   */
  get(specId: string): Promise<Room> {
    const known = this.rooms.get(specId);
    if (known) return known;
    const loading = this.load(specId);
    this.rooms.set(specId, loading);
    loading.catch(() => {
      if (this.rooms.get(specId) === loading) this.rooms.delete(specId);
    });
    return loading;
  }

  /** Lets a connection into its room, or tells why not. */
  async enter(connection: Connection, specId: string): Promise<void> {
    try {
      // A room that ended just now is not joined; the next one is.
      while (connection.isOpen && !(await this.get(specId)).join(connection));
    } catch (error) {
      log().warn({ err: error, specId }, "sync: cannot open");
      connection.say({ type: "status", saving: false, words: REFUSAL_WORDS["cannot-open"] });
      connection.refuse("cannot-open", CLOSE.cannotOpen);
    }
  }

  *connections(): Generator<{ connection: Connection; room: Room }> {
    for (const room of this.open.values()) {
      for (const connection of room.audience) yield { connection, room };
    }
  }

  /** Finishes all rooms. */
  async close(patienceMs: number): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    const rooms = [...this.open.values()];
    await Promise.all(rooms.map((room) => room.close(CLOSE.restarting, patienceMs)));
    this.presence.stop();
    await this.listener.stop();
  }

  private async load(specId: string): Promise<Room> {
    const { storage, offended, snapshots = {} } = this.options;
    const loaded = await storage.load(specId);
    if (!loaded) throw new NotFound("draft");
    if (loaded.version !== DRAFT_VERSION) {
      throw new Error(`The draft has version ${loaded.version}, this program ${DRAFT_VERSION}.`);
    }
    const options: RoomOptions = {
      specId,
      storage,
      offended,
      presenceChanged: (room) => this.presence.changed(room),
      ended: (room) => this.forget(room),
      snapshots,
    };
    const room = new Room(options, loaded);
    this.open.set(specId, room);
    this.presence.opened(room);
    return room;
  }

  private forget(room: Room): void {
    if (this.open.get(room.specId) !== room) return;
    this.open.delete(room.specId);
    this.rooms.delete(room.specId);
    this.presence.closed(room);
  }

  private hear(channel: string, payload: string): void {
    if (channel === ACCESS_CHANNEL) return this.options.accessChanged(payload);
    if (channel === PRESENCE_CHANNEL) return this.presence.hear(payload);
    const at = payload.lastIndexOf(":");
    const head = payload.slice(at + 1);
    if (/^\d+$/.test(head)) this.open.get(payload.slice(0, at))?.hearHead(BigInt(head));
  }

  /** Looks up how far the logs are: notifications can be missed, and the database can be gone. */
  private async watch(): Promise<void> {
    if (this.isWatching || this.open.size === 0) return;
    this.isWatching = true;
    const silent = setTimeout(() => this.tellSaving(false), ANSWER_WITHIN_MS);
    try {
      const heads = await this.options.storage.listHeads([...this.open.keys()]);
      for (const [specId, room] of this.open) {
        const head = heads.get(specId);
        room.hearSaving(true);
        if (head) room.hearHead(head.seq, head.epoch);
      }
    } catch {
      this.tellSaving(false);
    } finally {
      clearTimeout(silent);
      this.isWatching = false;
    }
  }

  private tellSaving(isSaving: boolean): void {
    for (const room of this.open.values()) room.hearSaving(isSaving);
  }

  private beat(): void {
    for (const room of this.open.values()) room.beat();
  }

  private ping(): void {
    for (const { connection } of this.connections()) connection.ping();
    this.presence.beat();
  }
}
