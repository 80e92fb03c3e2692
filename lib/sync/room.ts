import { setTimeout as pause } from "node:timers/promises";
import { DraftMoved } from "@/lib/data/draft-store";
import { log } from "@/lib/log";
import type { Access } from "./access";
import type { Change, Connection } from "./connection";
import { CLOSE, type ServerMessage } from "./protocol";
import { RoomAudience } from "./room-audience";
import { RoomPresence } from "./room-presence";
import { RoomSaving } from "./room-saving";
import { RoomSnapshots, type SnapshotPlan } from "./room-snapshots";
import { RoomTelling } from "./room-telling";
import { RoomTurns } from "./room-turns";
import type { LoadedDraft, Storage } from "./storage";
import { NEARLY_FULL, NOT_SAVING, RELOAD_WORDS } from "./words";

export interface RoomOptions {
  specId: string;
  storage: Storage;
  /** Called when a person wrote without having the right to. */
  offended: (personId: string, specId: string) => void;
  /** Called when presence here changed. */
  presenceChanged: (room: Room) => void;
  /** Called once, when nobody is left and everything is saved, or when the draft was replaced. */
  ended: (room: Room) => void;
  snapshots?: SnapshotPlan;
}

/** The people who are in one draft on this process: who comes, who may what, and how it ends. */
export class Room {
  readonly specId: string;
  readonly epoch: number;
  readonly presence = new RoomPresence();
  readonly audience = new RoomAudience();
  readonly telling: RoomTelling;
  private readonly saving: RoomSaving;
  private readonly turns: RoomTurns;
  private readonly snapshots: RoomSnapshots;
  private wasNearlyFull = false;
  private isEnded = false;

  constructor(
    private readonly options: RoomOptions,
    loaded: LoadedDraft,
  ) {
    const { specId, storage, offended, presenceChanged, snapshots = {} } = options;
    const { audience, presence } = this;
    this.specId = specId;
    this.epoch = loaded.epoch;
    this.telling = new RoomTelling(presence, audience, () => presenceChanged(this));
    this.saving = new RoomSaving(specId, () => audience.say(this.status()));
    this.turns = new RoomTurns({
      specId,
      storage,
      loaded,
      saving: this.saving,
      audience,
      presence,
      offended: (personId) => offended(personId, specId),
      status: () => this.status(),
      turned: () => this.turned(),
      idle: () => this.endIfEmpty(),
      failed: (error) => this.fail(error),
    });
    this.snapshots = new RoomSnapshots(specId, storage, this.turns, snapshots, loaded);
  }

  /**
   * Lets somebody in: they are told the rest when it is their turn.
   *
   * @returns False when the room has ended.
   */
  join(connection: Connection): boolean {
    if (this.isEnded) return false;
    connection.start(this);
    this.audience.add(connection);
    this.presence.join(connection);
    if (!this.saving.isSaving) connection.say(this.status());
    this.telling.welcome(connection);
    this.turns.arrive(connection);
    return true;
  }

  leave(connection: Connection): void {
    if (!this.audience.remove(connection)) return;
    this.presence.leave(connection);
    this.telling.leave(connection);
    this.endIfEmpty();
  }

  ask(connection: Connection, stateVector: Uint8Array): void {
    this.turns.ask(connection, stateVector);
  }

  take(change: Change): void {
    this.turns.take(change);
  }

  move(connection: Connection, clientId: number, state: string): void {
    this.presence.update(connection, clientId, state);
    this.telling.soon();
  }

  /** What somebody may do has been looked up again. */
  grant(connection: Connection, access: Access): void {
    if (access.kind !== "granted") {
      connection.canWrite = false;
      const code = access.kind === "signed-out" ? CLOSE.signedOut : CLOSE.noAccess;
      return connection.refuse("no-access", code);
    }
    const { canWrite, person } = access;
    const { name } = connection.person;
    if (person.name !== name || canWrite !== connection.canWrite) this.telling.soon();
    connection.person.name = person.name;
    if (canWrite === connection.canWrite) return;
    connection.canWrite = canWrite;
    connection.demotedAt = canWrite ? null : performance.now();
    connection.say({ type: "access", canWrite, personId: person.id, epoch: this.epoch });
    // What the person wrote elsewhere while it was not allowed is theirs to send now.
    if (canWrite) void this.turns.settle().then(() => this.turns.askBack(connection));
  }

  /** The log has reached a place, as another process says. */
  hearHead(seq: bigint, epoch: number | null = null): void {
    if (epoch !== null && epoch !== this.epoch) return this.replaced();
    this.turns.hearHead(seq);
  }

  /** Tells whether the database can be reached, as somebody else found out. */
  hearSaving(isSaving: boolean): void {
    if (isSaving && this.turns.isTurning) return;
    this.saving.hear(isSaving);
  }

  /** A sign of life: pages give up on a connection that says nothing. */
  beat(): void {
    this.audience.say(this.status());
  }

  /**
   * Finishes: commits what came in, keeps a snapshot, and sends everybody away.
   *
   * @param patienceMs How long to try when the database does not answer.
   */
  async close(code: number, patienceMs: number): Promise<void> {
    const late = pause(patienceMs, undefined, { ref: false });
    await Promise.race([this.turns.settle(), late]);
    this.stop();
    if (this.snapshots.isDue && this.saving.isSaving) this.snapshots.keep();
    for (const connection of this.audience) connection.close(code);
    await Promise.race([this.snapshots.kept(), late]);
    this.turns.document.close();
  }

  private status(): ServerMessage {
    if (!this.saving.isSaving) return { type: "status", saving: false, words: NOT_SAVING };
    const { isNearlyFull } = this.turns.document;
    return { type: "status", saving: true, words: isNearlyFull ? NEARLY_FULL : null };
  }

  private turned(): void {
    const { isNearlyFull } = this.turns.document;
    if (isNearlyFull !== this.wasNearlyFull) this.audience.say(this.status());
    this.wasNearlyFull = isNearlyFull;
    this.snapshots.look();
  }

  private endIfEmpty(): void {
    if (this.audience.size === 0) void this.endWhenEmpty();
  }

  /** Save first, forget second: someone who comes back fast joins the same room. */
  private async endWhenEmpty(): Promise<void> {
    await this.turns.settle();
    if (this.audience.size > 0 || this.isEnded) return;
    if (this.snapshots.isDue) {
      this.snapshots.keep();
      await this.snapshots.kept();
      if (this.audience.size > 0 || this.isEnded || this.turns.isTurning) return;
    }
    this.end();
  }

  private fail(error: unknown): void {
    if (error instanceof DraftMoved) return this.replaced();
    // Nobody may go on with a document whose state is not known.
    log().error({ err: error, specId: this.specId }, "sync: room failed");
    if (this.isEnded) return;
    for (const connection of this.audience) connection.refuse("cannot-open", CLOSE.cannotOpen);
    this.end();
  }

  private replaced(): void {
    if (this.isEnded) return;
    this.audience.say({ type: "reload", because: "epoch", words: RELOAD_WORDS.epoch });
    for (const connection of this.audience) connection.close(CLOSE.reload);
    this.end();
  }

  private end(): void {
    this.stop();
    this.options.ended(this);
    this.turns.document.close();
  }

  private stop(): void {
    this.isEnded = true;
    this.saving.end();
    this.turns.stop();
    this.telling.stop();
    this.snapshots.stop();
  }
}
