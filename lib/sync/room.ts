import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { DraftMoved } from "@/lib/data/draft-store";
import { UpdateRefused } from "@/lib/draft/update/update-refused";
import { log } from "@/lib/log";
import type { Access } from "./access";
import type { Change, Connection } from "./connection";
import { awarenessUpdate, syncStep1, syncStep2, syncUpdate, wireFrame } from "./frames";
import { CLOSE, encodeServerMessage, type RefusalCode, type ServerMessage } from "./protocol";
import { RoomDocument } from "./room-document";
import { RoomPresence } from "./room-presence";
import type { Edit, LoadedDraft, Storage } from "./storage";
import { NEARLY_FULL, NOT_SAVING, refusalCodeOf, RELOAD_WORDS } from "./words";

export interface RoomOptions {
  specId: string;
  storage: Storage;
  /** Called when a person wrote without having the right to. */
  offended: (personId: string, specId: string) => void;
  /** Called when presence here changed. */
  presenceChanged: (room: Room) => void;
  /** Called once, when nobody is left and everything is saved, or when the draft was replaced. */
  ended: (room: Room) => void;
  snapshotEvery?: number;
  snapshotAfterMs?: number;
}

interface AcceptedChange {
  change: Change;
  /** Null when there was nothing new in it. */
  edit: Edit | null;
}

interface Question {
  connection: Connection;
  stateVector: Uint8Array;
}

const SNAPSHOT_EVERY = 1_000;
const SNAPSHOT_AFTER_MS = 5 * 60_000;
const SNAPSHOT_AFTER_OPENING_MS = 500;
// Above this many changes a second, those of a few milliseconds go together.
const BUSY_PER_SECOND = 150;
const BUSY_WINDOW_MS = 10;
const AT_ONCE = 500;
const AGAIN_AFTER_MS = [50, 100, 250, 500, 1_000, 2_000];
const PRESENCE_EVERY_MS = 80;
const PEOPLE_EVERY_MS = 1_000;
const READ_AT_ONCE = 1_000;
/** What was under way when somebody lost the right to write is no offence. */
const GRACE_MS = 10_000;

/**
 * The people who are in one draft, on this process.
 *
 * One loop does everything that changes the document, in turns: check and apply what came in, commit it in
 * one batch, then tell the others, acknowledge, and answer those who asked for the whole. While a batch is
 * on its way to the database nothing is applied, so whoever is told anything is told what is committed,
 * and batches grow by themselves under load.
 */
export class Room {
  readonly specId: string;
  readonly epoch: number;
  readonly presence = new RoomPresence();
  private readonly connections = new Set<Connection>();
  private readonly storage: Storage;
  private document: RoomDocument;
  /** Place in the log that the document has reached. */
  private seq: bigint;
  /** Place that the log is known to have reached. */
  private knownHead: bigint;
  private snapshotSeq: bigint;
  private snapshotTimer: NodeJS.Timeout | undefined;
  private saving: Promise<unknown> = Promise.resolve();

  private changes: Change[] = [];
  private arrivals: Connection[] = [];
  private questions: Question[] = [];
  private turning: Promise<void> | null = null;
  private lastTurnAt = 0;
  private rate = 0;

  private isSaving = true;
  private wasNearlyFull = false;
  private isEnded = false;
  private readonly owners = new Map<number, string>();
  private readonly resynced = new Map<string, number>();
  private presenceTimer: NodeJS.Timeout | undefined;
  private peopleTimer: NodeJS.Timeout | undefined;
  private lastPeople = "";

  constructor(
    private readonly options: RoomOptions,
    loaded: LoadedDraft,
  ) {
    this.specId = options.specId;
    this.storage = options.storage;
    this.epoch = loaded.epoch;
    this.document = new RoomDocument(loaded);
    this.seq = this.knownHead = loaded.seq;
    this.snapshotSeq = loaded.snapshotSeq;
    // The next opening should not have to read so much again; this one should not have to wait for it.
    if (this.seq - this.snapshotSeq >= 200n || this.snapshotSeq === 0n) {
      this.planSnapshotIn(SNAPSHOT_AFTER_OPENING_MS);
    }
  }

  get size(): number {
    return this.connections.size;
  }

  /**
   * Lets somebody in: they are told the rest when it is their turn.
   *
   * @returns False when the room has ended.
   */
  join(connection: Connection): boolean {
    if (this.isEnded) return false;
    connection.start(this);
    this.connections.add(connection);
    this.presence.join(connection);
    this.arrivals.push(connection);
    if (!this.isSaving) connection.say(this.status());
    this.showPresence();
    this.turn();
    return true;
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.presence.leave(connection);
    this.showPresence();
    if (this.connections.size === 0) void this.endWhenEmpty();
  }

  ask(connection: Connection, stateVector: Uint8Array): void {
    this.questions.push({ connection, stateVector });
    this.turn();
  }

  take(change: Change): void {
    this.changes.push(change);
    this.turn();
  }

  move(connection: Connection, clientId: number, state: string): void {
    this.presence.update(connection, clientId, state);
    this.showPresence();
  }

  /** What somebody may do has been looked up again. */
  grant(connection: Connection, access: Access): void {
    if (access.kind !== "granted") {
      connection.canWrite = false;
      const code = access.kind === "signed-out" ? CLOSE.signedOut : CLOSE.noAccess;
      return connection.refuse("no-access", code);
    }
    const { canWrite, person } = access;
    if (person.name !== connection.person.name || canWrite !== connection.canWrite) {
      connection.person.name = person.name;
      this.showPresence();
    }
    if (canWrite === connection.canWrite) return;
    connection.canWrite = canWrite;
    connection.demotedAt = canWrite ? null : Date.now();
    connection.say({ type: "access", canWrite, personId: person.id, epoch: this.epoch });
    // What the person wrote elsewhere while it was not allowed is theirs to send now.
    if (canWrite) this.welcomeAgain(connection);
  }

  /** The log has reached a place, as another process says. */
  hearHead(seq: bigint, epoch: number | null = null): void {
    if (epoch !== null && epoch !== this.epoch) return this.replaced();
    if (seq <= this.knownHead) return;
    this.knownHead = seq;
    this.turn();
  }

  /** Tells whether the database can be reached, as somebody else found out. */
  hearSaving(isSaving: boolean): void {
    if (isSaving && this.turning) return;
    this.setSaving(isSaving);
  }

  get people(): Iterable<Connection> {
    return this.connections;
  }

  sayToAll(message: ServerMessage): void {
    const frame = wireFrame(encodeServerMessage(message));
    for (const connection of this.connections) connection.write(frame);
  }

  /** A sign of life: y-websocket gives up when it hears nothing for 30 s. */
  beat(): void {
    this.sayToAll(this.status());
  }

  /** Shows presence to everybody here, soon and all at once. */
  showPresence(): void {
    this.presenceTimer ??= setTimeout(() => {
      this.presenceTimer = undefined;
      this.tellPresence();
    }, PRESENCE_EVERY_MS);
  }

  /**
   * Finishes: commits what came in, keeps a snapshot, and sends everybody away.
   *
   * @param patienceMs How long to try when the database does not answer.
   */
  async close(code: number, patienceMs: number): Promise<void> {
    const late = pause(patienceMs, undefined, { ref: false });
    await Promise.race([this.settle(), late]);
    this.isEnded = true;
    this.stopTimers();
    if (this.seq > this.snapshotSeq && this.isSaving) this.snapshot();
    for (const connection of this.connections) connection.close(code);
    await Promise.race([this.saving, late]);
    this.document.close();
  }

  /** Waits until nothing is under way. */
  async settle(): Promise<void> {
    while (this.turning) await this.turning;
  }

  private status(): ServerMessage {
    if (!this.isSaving) return { type: "status", saving: false, words: NOT_SAVING };
    return { type: "status", saving: true, words: this.document.isNearlyFull ? NEARLY_FULL : null };
  }

  private turn(): void {
    if (this.turning || this.isEnded) return;
    this.turning = this.takeTurns().finally(() => {
      this.turning = null;
      if (this.connections.size === 0) void this.endWhenEmpty();
    });
  }

  private hasWork(): boolean {
    const { changes, arrivals, questions, knownHead, seq } = this;
    return changes.length > 0 || arrivals.length > 0 || questions.length > 0 || knownHead > seq;
  }

  private async takeTurns(): Promise<void> {
    // What arrives in the same moment goes together.
    await Promise.resolve();
    while (this.hasWork() && !this.isEnded) {
      await this.pace();
      try {
        await this.takeTurn();
      } catch (error) {
        if (error instanceof DraftMoved) return this.replaced();
        // Nobody may go on with a document whose state is not known.
        log().error({ err: error, specId: this.specId }, "sync: room failed");
        return this.fail();
      }
    }
  }

  /** Under load, waits so that a turn is worth its writes; alone, nobody waits. */
  private async pace(): Promise<void> {
    const now = performance.now();
    const since = now - this.lastTurnAt;
    this.rate = this.rate * Math.exp(-since / 200) + (this.changes.length * 1_000) / 200;
    if (this.rate > BUSY_PER_SECOND && since < BUSY_WINDOW_MS) {
      await pause(BUSY_WINDOW_MS - since);
    }
    this.lastTurnAt = performance.now();
  }

  private async takeTurn(): Promise<void> {
    const arrivals = this.arrivals.splice(0);
    if (arrivals.length > 0) await this.lookUpHead();
    if (this.knownHead > this.seq) await this.catchUp();
    for (const connection of arrivals) this.welcome(connection);
    const accepted = await this.judge(this.changes.splice(0, AT_ONCE));
    const edits = accepted.flatMap(({ edit }) => edit ?? []);
    if (edits.length > 0) await this.commit(edits);
    this.deliver(accepted);
    this.answer(this.questions.splice(0));
    this.planSnapshot();
  }

  /** Checks and applies changes in the order they came; what is refused is heard of by its author alone. */
  private async judge(changes: readonly Change[]): Promise<AcceptedChange[]> {
    const accepted: AcceptedChange[] = [];
    for (const change of changes) {
      change.connection.release(change.update.byteLength);
      // Of somebody who has just closed the page, what arrived is taken.
      if (change.connection.isRefused) continue;
      try {
        const edit = await this.judgeOne(change);
        accepted.push({ change, edit });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.refuse(change.connection, error.code);
        if (error.isSpoiled) await this.rebuild(accepted);
      }
    }
    return accepted;
  }

  private async judgeOne({ connection, update, isAnswer }: Change): Promise<Edit | null> {
    const facts = refusing(() => this.document.check(update));
    if (facts.changesNothing) return null;
    if (!connection.canWrite) throw new Refusal("read-only");
    await this.requireOwnClients(connection, facts.clients);
    const { update: kept, touched } = refusing(
      () => this.document.accept(update, facts, isAnswer),
      true,
    );
    return kept && { update: kept, authorId: connection.person.id, touched };
  }

  /** Pieces may only be written under client ids that are the person's own, or nobody's yet. */
  private async requireOwnClients({ person }: Connection, clients: readonly number[]) {
    const unknown = clients.filter((id) => !this.owners.has(id));
    if (unknown.length > 0) {
      if (unknown.some((id) => this.presence.isOfOthers(id, person.id))) {
        throw new Refusal("foreign");
      }
      const isKnown = (id: number) => Y.getState(this.document.ydoc.store, id) > 0;
      const fresh = unknown.filter((id) => !isKnown(id));
      const owners = await this.insist(() =>
        this.storage.claimClients(this.specId, this.epoch, person.id, {
          fresh,
          known: unknown.filter(isKnown),
        }),
      );
      for (const [id, owner] of owners) this.owners.set(id, owner);
      if (fresh.some((id) => !owners.has(id))) throw new Refusal("too-many-editors");
    }
    if (clients.some((id) => this.owners.get(id) !== person.id)) throw new Refusal("foreign");
  }

  private refuse(connection: Connection, code: RefusalCode): void {
    if (code === "read-only") {
      const { demotedAt } = connection;
      const isLate = demotedAt !== null && Date.now() - demotedAt < GRACE_MS;
      if (!isLate) this.options.offended(connection.person.id, this.specId);
      return connection.refuse(code, CLOSE.noAccess);
    }
    // Once, starting over mends it: the client sends all that it has again.
    const { id } = connection.person;
    const last = this.resynced.get(id) ?? -Infinity;
    if (code === "incomplete" && performance.now() - last > 60_000) {
      this.resynced.set(id, performance.now());
      return connection.close(CLOSE.tooSlow);
    }
    connection.refuse(code, CLOSE.refused);
  }

  /** Opens the document again as it was before something that slipped through the check. */
  private async rebuild(accepted: readonly AcceptedChange[]): Promise<void> {
    const loaded = await this.insist(async () => {
      const draft = await this.storage.load(this.specId);
      if (!draft || draft.epoch !== this.epoch) throw new DraftMoved("The draft was replaced.");
      return draft;
    });
    const before = this.seq;
    const fresh = new RoomDocument(loaded);
    fresh.follow(accepted.flatMap(({ edit }) => edit?.update ?? []));
    this.document.close();
    this.document = fresh;
    // Others appended meanwhile: the people here are told from the log.
    if (loaded.seq > before) await this.tellFromLog(before, loaded.seq);
  }

  private async commit(edits: readonly Edit[]): Promise<void> {
    const last = await this.insist(() => this.storage.append(this.specId, this.epoch, edits));
    const first = last - BigInt(edits.length) + 1n;
    // Others appended in between: theirs come first in the log.
    if (first > this.seq + 1n) await this.follow(this.seq, first - 1n);
    this.seq = last;
    if (last > this.knownHead) this.knownHead = last;
  }

  private async catchUp(): Promise<void> {
    await this.follow(this.seq, this.knownHead);
  }

  private async lookUpHead(): Promise<void> {
    const head = await this.insist(() => this.storage.findHead(this.specId));
    if (!head || head.epoch !== this.epoch) throw new DraftMoved("The draft was replaced.");
    if (head.seq > this.knownHead) this.knownHead = head.seq;
  }

  /** Takes over a stretch of the log and shows it to the people here. */
  private async follow(after: bigint, upTo: bigint): Promise<void> {
    for (const update of await this.readLog(after, upTo)) {
      this.document.follow([update]);
      this.send(wireFrame(syncUpdate(update)));
    }
    if (upTo > this.seq) this.seq = upTo;
  }

  private async tellFromLog(after: bigint, upTo: bigint): Promise<void> {
    for (const update of await this.readLog(after, upTo)) this.send(wireFrame(syncUpdate(update)));
    if (upTo > this.seq) this.seq = upTo;
    if (upTo > this.knownHead) this.knownHead = upTo;
  }

  private async readLog(after: bigint, upTo: bigint): Promise<Uint8Array[]> {
    const updates: Uint8Array[] = [];
    let reached = after;
    while (reached < upTo) {
      const rows = await this.insist(() =>
        this.storage.listAfter(this.specId, this.epoch, reached, READ_AT_ONCE),
      );
      const next = rows.filter(({ seq }) => seq <= upTo);
      if (next.length === 0) throw new DraftMoved("The log ends before its head.");
      updates.push(...next.map(({ update }) => update));
      reached = next.at(-1)!.seq;
    }
    return updates;
  }

  /** Tries until the database answers, and tells people as long as it does not. */
  private async insist<T>(work: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        const result = await work();
        this.setSaving(true);
        return result;
      } catch (error) {
        if (error instanceof DraftMoved || this.isEnded || isHopeless(error)) throw error;
        if (failures === 0) log().warn({ err: error, specId: this.specId }, "sync: not saving");
        this.setSaving(false);
        await pause(AGAIN_AFTER_MS[Math.min(failures, AGAIN_AFTER_MS.length - 1)]);
      }
    }
  }

  private setSaving(isSaving: boolean): void {
    if (this.isSaving === isSaving) return;
    this.isSaving = isSaving;
    this.sayToAll(this.status());
  }

  /** Tells everybody what is committed, each in one write, without what they sent themselves. */
  private deliver(accepted: readonly AcceptedChange[]): void {
    if (accepted.length === 0) return;
    const frames = accepted.flatMap(({ change, edit }) =>
      edit ? [{ from: change.connection, frame: wireFrame(syncUpdate(edit.update)) }] : [],
    );
    const authors = new Set(accepted.map(({ change }) => change.connection));
    const all = Buffer.concat(frames.map(({ frame }) => frame));
    for (const { change } of accepted) change.connection.done += 1;
    for (const connection of this.connections) {
      if (!authors.has(connection)) {
        if (connection.isCurrent && all.length > 0) connection.write(all);
        continue;
      }
      const others = frames.filter(({ from }) => from !== connection).map(({ frame }) => frame);
      const count = connection.done;
      const message = wireFrame(encodeServerMessage({ type: "acknowledgement", count }));
      connection.write(Buffer.concat([...(connection.isCurrent ? others : []), message]));
    }
    if (this.document.isNearlyFull !== this.wasNearlyFull) {
      this.wasNearlyFull = this.document.isNearlyFull;
      this.sayToAll(this.status());
    }
  }

  private send(frame: Buffer): void {
    for (const connection of this.connections) if (connection.isCurrent) connection.write(frame);
  }

  private welcomeAgain(connection: Connection): void {
    void this.settle().then(() => connection.write(wireFrame(syncStep1(this.document.ydoc))));
  }

  private welcome(connection: Connection): void {
    const { canWrite, person } = connection;
    connection.say({ type: "access", canWrite, personId: person.id, epoch: this.epoch });
    connection.say({ type: "people", people: this.presence.people() });
    connection.say(this.status());
    const entries = this.presence.entriesFor(connection);
    if (entries.length > 0) connection.write(wireFrame(awarenessUpdate(entries)));
    if (canWrite) connection.write(wireFrame(syncStep1(this.document.ydoc)));
    // Nothing is expected of somebody who may not write.
    else connection.say({ type: "acknowledgement", count: 0 });
  }

  /** Everything applied is committed here, so nobody learns of a change that could still be lost. */
  private answer(questions: readonly Question[]): void {
    for (const { connection, stateVector } of questions) {
      try {
        const update = Y.encodeStateAsUpdate(this.document.ydoc, stateVector);
        connection.write(wireFrame(syncStep2(update)));
        connection.isCurrent = true;
      } catch {
        connection.close(CLOSE.malformed);
      }
    }
  }

  private planSnapshot(): void {
    const since = Number(this.seq - this.snapshotSeq);
    if (since === 0) return;
    if (since >= (this.options.snapshotEvery ?? SNAPSHOT_EVERY)) return this.snapshot();
    this.planSnapshotIn(this.options.snapshotAfterMs ?? SNAPSHOT_AFTER_MS);
  }

  private planSnapshotIn(ms: number): void {
    this.snapshotTimer ??= setTimeout(
      () => void this.settle().then(() => !this.isEnded && this.snapshot()),
      ms,
    );
  }

  /** Keeps the state of this moment. One that fails is tried again after the next changes. */
  private snapshot(): void {
    clearTimeout(this.snapshotTimer);
    this.snapshotTimer = undefined;
    const { seq } = this;
    const before = this.snapshotSeq;
    const state = this.document.state();
    this.snapshotSeq = seq;
    this.saving = this.storage.saveSnapshot(this.specId, this.epoch, seq, state).catch((error) => {
      log().warn({ err: error, specId: this.specId }, "sync: snapshot not kept");
      if (this.snapshotSeq === seq) this.snapshotSeq = before;
    });
  }

  /** Save first, forget second: someone who comes back fast joins the same room. */
  private async endWhenEmpty(): Promise<void> {
    await this.settle();
    if (this.connections.size > 0 || this.isEnded) return;
    if (this.seq > this.snapshotSeq) {
      this.snapshot();
      await this.saving;
      if (this.connections.size > 0 || this.isEnded || this.turning) return;
    }
    this.end();
  }

  private end(): void {
    this.isEnded = true;
    this.stopTimers();
    this.options.ended(this);
    this.document.close();
  }

  private stopTimers(): void {
    clearTimeout(this.presenceTimer);
    clearTimeout(this.peopleTimer);
    clearTimeout(this.snapshotTimer);
  }

  private replaced(): void {
    if (this.isEnded) return;
    this.sayToAll({ type: "reload", because: "epoch", words: RELOAD_WORDS.epoch });
    for (const connection of this.connections) connection.close(CLOSE.reload);
    this.end();
  }

  private fail(): void {
    if (this.isEnded) return;
    for (const connection of this.connections) connection.refuse("cannot-open", CLOSE.cannotOpen);
    this.end();
  }

  private tellPresence(): void {
    const moved = this.presence.takeMoved();
    this.showEntries(moved);
    this.tellPeople();
    this.options.presenceChanged(this);
    this.movedElsewhere?.(moved);
  }

  /** The list grows with the people and goes to all of them, so it is told at once and then in its time. */
  private tellPeople(): void {
    if (this.peopleTimer) return;
    const people = this.presence.people();
    const now = JSON.stringify(people);
    if (now === this.lastPeople) return;
    this.lastPeople = now;
    this.sayToAll({ type: "people", people });
    this.peopleTimer = setTimeout(() => {
      this.peopleTimer = undefined;
      if (!this.isEnded) this.tellPeople();
    }, PEOPLE_EVERY_MS);
  }

  /** Hears of cursors that moved here. */
  movedElsewhere: ((entries: ReturnType<RoomPresence["takeMoved"]>) => void) | null = null;

  /** Shows cursors to everybody but their owners. */
  showEntries(entries: ReturnType<RoomPresence["takeMoved"]>): void {
    if (entries.length === 0) return;
    const all = wireFrame(awarenessUpdate(entries));
    for (const connection of this.connections) {
      const others = entries.filter(({ clientId }) => clientId !== connection.clientId);
      if (others.length === entries.length) connection.write(all);
      else if (others.length > 0) connection.write(wireFrame(awarenessUpdate(others)));
    }
  }
}

/** Whether PostgreSQL refuses what was asked (data, integrity, grammar), so that it always will. */
function isHopeless(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && /^(22|23|42)[0-9A-Z]{3}$/.test(code);
}

class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly isSpoiled = false,
  ) {
    super(code);
  }
}

function refusing<T>(work: () => T, spoils = false): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UpdateRefused) throw new Refusal(refusalCodeOf(error), spoils);
    throw error;
  }
}
