import type { AwarenessEntry } from "./frames";
import type { Connection } from "./connection";
import type { PersonPresent } from "./protocol";

/** What another process tells about a room. */
export type PresenceNews =
  /** Asks the others to tell who is with them. */
  | { kind: "who" }
  /** Everybody there, again every ten seconds; in parts, because a notification is short. */
  | { kind: "here"; part: number; parts: number; people: PersonPresent[] }
  /** Cursors that moved. */
  | { kind: "moved"; entries: AwarenessEntry[] };

interface Elsewhere {
  seenAt: number;
  people: PersonPresent[][];
  entries: Map<number, AwarenessEntry>;
}

// Longer than two missed tellings.
const GONE_AFTER_MS = 25_000;
const MAX_SECTION = 64;
const MAX_CURSOR = 1_500;

/**
 * Who is in a room and where, here and on other processes. Names, colours and rights come from sessions;
 * of what a browser says about itself only its cursor and its section are taken over (QUALITY T8).
 */
export class RoomPresence {
  private readonly connections = new Set<Connection>();
  private readonly here = new Map<number, AwarenessEntry>();
  private readonly elsewhere = new Map<string, Elsewhere>();
  private moved = new Set<number>();

  join(connection: Connection): void {
    this.connections.add(connection);
  }

  /** Returns whether anything is to be told. */
  leave(connection: Connection): void {
    this.connections.delete(connection);
    if (connection.clientId !== null) this.set(connection.clientId, null);
  }

  /** What a browser says about itself. Anything that is not true of it is ignored. */
  update(connection: Connection, clientId: number, state: string): void {
    connection.clientId ??= this.isFree(clientId, connection) ? clientId : null;
    if (connection.clientId !== clientId) return;
    this.set(clientId, safeState(connection, state));
  }

  /** Whether somebody else shows presence under a client id: it is theirs to write under, too. */
  isOfOthers(clientId: number, personId: string): boolean {
    for (const { clientId: own, person } of this.connections) {
      if (own === clientId) return person.id !== personId;
    }
    return this.people().some(({ id, clients }) => id !== personId && clients.includes(clientId));
  }

  /** Entries that changed here since the last call. */
  takeMoved(): AwarenessEntry[] {
    const entries = [...this.moved].flatMap((id) => this.here.get(id) ?? []);
    this.moved = new Set();
    for (const { clientId, state } of entries) if (state === null) this.here.delete(clientId);
    return entries;
  }

  /** Everybody's entry but one's own: a browser knows its own better. */
  entriesFor(connection: Connection): AwarenessEntry[] {
    const all = [...this.here.values()];
    for (const { entries } of this.elsewhere.values()) all.push(...entries.values());
    return all.filter(({ clientId, state }) => clientId !== connection.clientId && state !== null);
  }

  /** Everybody present, each person once, by name. */
  people(): PersonPresent[] {
    const people = new Map<string, PersonPresent>();
    for (const person of [...this.peopleHere(), ...this.peopleElsewhere()]) {
      const known = people.get(person.id);
      if (!known) people.set(person.id, { ...person, clients: [...person.clients] });
      else {
        known.clients.push(...person.clients);
        known.canWrite ||= person.canWrite;
      }
    }
    return [...people.values()].sort(
      (a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
    );
  }

  peopleHere(): PersonPresent[] {
    return [...this.connections].map(({ person: { id, name, colour }, canWrite, clientId }) => ({
      id,
      name,
      colour,
      canWrite,
      clients: clientId === null ? [] : [clientId],
    }));
  }

  /** Everybody's cursor here, for a process that just opened the room. */
  entriesHere(): AwarenessEntry[] {
    return [...this.here.values()].filter(({ state }) => state !== null);
  }

  /**
   * Takes over what another process tells.
   *
   * @returns Entries to show to the browsers here.
   */
  hear(processId: string, news: PresenceNews, now: number): AwarenessEntry[] {
    const known = this.elsewhere.get(processId) ?? { seenAt: now, people: [], entries: new Map() };
    this.elsewhere.set(processId, known);
    known.seenAt = now;
    if (news.kind === "here") {
      known.people.length = news.parts;
      known.people[news.part] = news.people;
      return this.withdraw(known);
    }
    if (news.kind === "who") return [];
    for (const entry of news.entries) {
      if (entry.state === null) known.entries.delete(entry.clientId);
      else known.entries.set(entry.clientId, entry);
    }
    return news.entries;
  }

  /** Whether other processes have this room open too. */
  get hasOthers(): boolean {
    return this.elsewhere.size > 0;
  }

  /** Forgets processes that fell silent. @returns Entries to take from the browsers here. */
  forgetSilent(now: number): AwarenessEntry[] {
    const gone: AwarenessEntry[] = [];
    for (const [processId, { seenAt, entries }] of this.elsewhere) {
      if (now - seenAt < GONE_AFTER_MS) continue;
      this.elsewhere.delete(processId);
      for (const { clientId, clock } of entries.values()) {
        gone.push({ clientId, clock: clock + 1, state: null });
      }
    }
    return gone;
  }

  /** Cursors of people who are no longer with that process. */
  private withdraw({ people, entries }: Elsewhere): AwarenessEntry[] {
    const present = new Set(people.flat().flatMap(({ clients }) => clients));
    const gone = [...entries.values()].filter(({ clientId }) => !present.has(clientId));
    for (const { clientId } of gone) entries.delete(clientId);
    return gone.map(({ clientId, clock }) => ({ clientId, clock: clock + 1, state: null }));
  }

  private peopleElsewhere(): PersonPresent[] {
    return [...this.elsewhere.values()].flatMap(({ people }) => people.flat());
  }

  private isFree(clientId: number, connection: Connection): boolean {
    for (const other of this.connections) {
      if (other !== connection && other.clientId === clientId) return false;
    }
    return true;
  }

  private set(clientId: number, state: string | null): void {
    const before = this.here.get(clientId);
    if (!before && state === null) return;
    // A clock of our own that only rises: after a reconnect a browser goes on with its old one, which the
    // others would ignore. Time makes it rise across processes too.
    const clock = Math.max((before?.clock ?? 0) + 1, Date.now());
    this.here.set(clientId, { clientId, clock, state });
    this.moved.add(clientId);
  }
}

/** What others get to see, as JSON; null when the browser says that it leaves or says nothing sane. */
function safeState({ person, canWrite }: Connection, state: string): string | null {
  let said: unknown;
  try {
    said = JSON.parse(state);
  } catch {
    return null;
  }
  if (typeof said !== "object" || said === null) return null;
  const { cursor, section } = said as { cursor?: unknown; section?: unknown };
  const { id, name, colour: color } = person;
  return JSON.stringify({
    user: { id, name, color, canWrite },
    cursor: isSmall(cursor) ? cursor : null,
    section: typeof section === "string" && section.length <= MAX_SECTION ? section : null,
  });
}

const isSmall = (value: unknown) =>
  typeof value === "object" && value !== null && JSON.stringify(value).length <= MAX_CURSOR;
