import { log } from "@/lib/log";
import type { AwarenessEntry } from "./frames";
import type { PersonPresent } from "./protocol";
import type { Room } from "./room";
import type { PresenceNews } from "./room-presence";

/** The PostgreSQL channel on which processes tell each other who is in which draft. */
export const PRESENCE_CHANNEL = "precept_presence";

// A notification holds at most 8,000 bytes.
const MAX_BYTES = 7_500;
const CURSORS_EVERY_MS = 200;

/**
 * Tells other processes who is here, and hears who is there. Nothing of it is kept. As long as no other
 * process has the same draft open, nothing is told beyond the question who has.
 */
export class RoomsPresence {
  private readonly cursors = new Map<Room, Map<number, AwarenessEntry>>();
  private readonly told = new Map<Room, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly processId: string,
    private readonly rooms: ReadonlyMap<string, Room>,
    private readonly notify: (payload: string) => Promise<void>,
  ) {}

  opened(room: Room): void {
    room.telling.movedHere = (entries) => this.moved(room, entries);
    this.tell(room, { kind: "who" });
  }

  closed(room: Room): void {
    this.cursors.delete(room);
    this.told.delete(room);
    if (room.presence.hasOthers) {
      this.tell(room, { kind: "here", part: 0, parts: 1, people: [] });
    }
  }

  /** People came or went. */
  changed(room: Room): void {
    if (!room.presence.hasOthers) return;
    const people = room.presence.peopleHere();
    const now = JSON.stringify(people);
    if (this.told.get(room) === now) return;
    this.told.set(room, now);
    this.tellPeople(room, people);
  }

  /** Says again what is so, and forgets processes that no longer do. */
  beat(): void {
    for (const room of this.rooms.values()) {
      const gone = room.presence.forgetSilent(performance.now());
      room.audience.showEntries(gone);
      if (gone.length > 0) room.telling.soon();
      if (room.presence.hasOthers) this.tellPeople(room, room.presence.peopleHere());
    }
  }

  hear(payload: string): void {
    const { p, s, ...news } = JSON.parse(payload) as { p: string; s: string } & PresenceNews;
    const room = this.rooms.get(s);
    if (!room || p === this.processId) return;
    const entries = room.presence.hear(p, news as PresenceNews, performance.now());
    room.audience.showEntries(entries);
    if (news.kind !== "moved") room.telling.soon();
    if (news.kind === "who") {
      this.tellPeople(room, room.presence.peopleHere());
      this.moved(room, room.presence.entriesHere());
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private moved(room: Room, entries: readonly AwarenessEntry[]): void {
    if (!room.presence.hasOthers || entries.length === 0) return;
    const waiting = this.cursors.get(room) ?? new Map<number, AwarenessEntry>();
    for (const entry of entries) waiting.set(entry.clientId, entry);
    this.cursors.set(room, waiting);
    this.timer ??= setTimeout(() => this.tellCursors(), CURSORS_EVERY_MS);
  }

  private tellCursors(): void {
    this.timer = undefined;
    for (const [room, entries] of this.cursors) {
      for (const part of inParts([...entries.values()])) {
        this.tell(room, { kind: "moved", entries: part });
      }
    }
    this.cursors.clear();
  }

  private tellPeople(room: Room, people: PersonPresent[]): void {
    const parts = inParts(people);
    parts.forEach((part, index) =>
      this.tell(room, { kind: "here", part: index, parts: parts.length, people: part }),
    );
  }

  private tell({ specId }: Room, news: PresenceNews): void {
    this.notify(JSON.stringify({ p: this.processId, s: specId, ...news })).catch((error) =>
      // It is told again; what is missed until then is a cursor.
      log().debug({ err: error }, "sync: presence not told"),
    );
  }
}

/** Lists that each fit into one notification; one empty list when there is nothing. */
function inParts<T>(values: readonly T[]): T[][] {
  const parts: T[][] = [[]];
  let bytes = 200;
  for (const value of values) {
    const size = Buffer.byteLength(JSON.stringify(value)) + 1;
    if (bytes + size > MAX_BYTES && parts.at(-1)!.length > 0) {
      parts.push([]);
      bytes = 200;
    }
    bytes += size;
    parts.at(-1)!.push(value);
  }
  return parts;
}
