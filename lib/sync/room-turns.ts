import * as Y from "yjs";
import { ClientOwners } from "./client-owners";
import type { Change, Connection } from "./connection";
import { awarenessUpdate, syncStep1, syncStep2, wireFrame } from "./frames";
import { CLOSE, type ServerMessage } from "./protocol";
import type { RoomAudience } from "./room-audience";
import { RoomDocument } from "./room-document";
import { RoomJudge, type AcceptedChange } from "./room-judge";
import { RoomLog } from "./room-log";
import { RoomPace } from "./room-pace";
import type { RoomPresence } from "./room-presence";
import type { RoomSaving } from "./room-saving";
import type { LoadedDraft, Storage } from "./storage";

/** What turns need of their room. */
export interface TurnsOptions {
  specId: string;
  storage: Storage;
  loaded: LoadedDraft;
  saving: RoomSaving;
  audience: RoomAudience;
  presence: RoomPresence;
  /** Called when a person wrote without having the right to. */
  offended: (personId: string) => void;
  /** What is said to somebody who came, when it is their turn. */
  status: () => ServerMessage;
  /** Called after each turn that went well. */
  turned: () => void;
  /** Called when there is nothing to do. */
  idle: () => void;
  /** Called when the state of the document is not known any more, or when it was replaced (DraftMoved). */
  failed: (error: unknown) => void;
}

interface Question {
  connection: Connection;
  stateVector: Uint8Array;
}

const AT_ONCE = 500;

/**
 * The one loop that does everything which changes the document of a room, in turns: check and apply what came
 * in, commit it in one batch, then tell the others, acknowledge, and answer those who asked for the whole.
 *
 * While a batch is on its way to the database nothing is applied, so whoever is told anything is told what is
 * committed, and batches grow by themselves under load.
 */
export class RoomTurns {
  private readonly log: RoomLog;
  private readonly judge: RoomJudge;
  private readonly pace = new RoomPace();
  private current: RoomDocument;
  private changes: Change[] = [];
  private arrivals: Connection[] = [];
  private questions: Question[] = [];
  private turning: Promise<void> | null = null;
  private isOver = false;

  constructor(private readonly options: TurnsOptions) {
    const { specId, storage, loaded, saving, presence, offended } = options;
    this.current = new RoomDocument(loaded);
    this.log = new RoomLog(specId, storage, saving, loaded);
    const isOfOthers = (id: number, personId: string) => presence.isOfOthers(id, personId);
    this.judge = new RoomJudge({
      owners: new ClientOwners(specId, loaded.epoch, storage, saving, isOfOthers),
      document: () => this.current,
      rebuild: (accepted) => this.rebuild(accepted),
      offended,
    });
  }

  get document(): RoomDocument {
    return this.current;
  }

  /** Place in the log that the document has reached. */
  get seq(): bigint {
    return this.log.seq;
  }

  get isTurning(): boolean {
    return this.turning !== null;
  }

  arrive(connection: Connection): void {
    this.arrivals.push(connection);
    this.turn();
  }

  ask(connection: Connection, stateVector: Uint8Array): void {
    this.questions.push({ connection, stateVector });
    this.turn();
  }

  take(change: Change): void {
    this.changes.push(change);
    this.turn();
  }

  /** The log has reached a place, as another process says. */
  hearHead(seq: bigint): void {
    this.log.hear(seq);
    if (this.log.isBehind) this.turn();
  }

  /** Waits until nothing is under way. */
  async settle(): Promise<void> {
    while (this.turning) await this.turning;
  }

  stop(): void {
    this.isOver = true;
  }

  /** Asks somebody for what they have and the draft has not. */
  askBack(connection: Connection): void {
    connection.write(wireFrame(syncStep1(this.current.ydoc)));
  }

  private turn(): void {
    if (this.turning || this.isOver) return;
    this.turning = this.takeTurns().finally(() => {
      this.turning = null;
      this.options.idle();
    });
  }

  private get hasWork(): boolean {
    const { changes, arrivals, questions } = this;
    return changes.length + arrivals.length + questions.length > 0 || this.log.isBehind;
  }

  private async takeTurns(): Promise<void> {
    // What arrives in the same moment goes together.
    await Promise.resolve();
    while (this.hasWork && !this.isOver) {
      // Only changes are written to everybody.
      await this.pace.wait(this.changes.length > 0 ? this.options.audience.size : 0);
      try {
        await this.takeTurn();
      } catch (error) {
        return this.options.failed(error);
      }
    }
  }

  private async takeTurn(): Promise<void> {
    const arrivals = this.arrivals.splice(0);
    if (arrivals.length > 0) await this.log.lookUp();
    if (this.log.isBehind) this.follow(await this.log.readOn());
    for (const connection of arrivals) this.welcome(connection);
    const accepted = await this.judge.judge(this.changes.splice(0, AT_ONCE));
    const edits = accepted.flatMap(({ edit }) => edit ?? []);
    if (edits.length > 0) this.follow(await this.log.append(edits));
    this.options.audience.deliver(accepted);
    this.answer(this.questions.splice(0));
    this.options.turned();
  }

  /** Takes over what others appended and shows it to the people here. */
  private follow(updates: readonly Uint8Array[]): void {
    for (const update of updates) this.current.follow([update]);
    this.options.audience.send(updates);
  }

  /** Opens the document again as it was before something that slipped through the check. */
  private async rebuild(accepted: readonly AcceptedChange[]): Promise<void> {
    const { loaded, others } = await this.log.reload();
    const fresh = new RoomDocument(loaded);
    fresh.follow(accepted.flatMap(({ edit }) => edit?.update ?? []));
    this.current.close();
    this.current = fresh;
    this.options.audience.send(others);
  }

  private welcome(connection: Connection): void {
    const { canWrite, person } = connection;
    const { epoch } = this.options.loaded;
    connection.say({ type: "access", canWrite, personId: person.id, epoch });
    connection.say(this.options.status());
    const entries = this.options.presence.entriesFor(connection);
    if (entries.length > 0) connection.write(wireFrame(awarenessUpdate(entries)));
    if (canWrite) this.askBack(connection);
    // Nothing is expected of somebody who may not write.
    else connection.say({ type: "acknowledgement", count: 0 });
  }

  /** Everything applied is committed here, so nobody learns of a change that could still be lost. */
  private answer(questions: readonly Question[]): void {
    for (const { connection, stateVector } of questions) {
      try {
        const update = Y.encodeStateAsUpdate(this.current.ydoc, stateVector);
        connection.write(wireFrame(syncStep2(update)));
        connection.isCurrent = true;
      } catch {
        connection.close(CLOSE.malformed);
      }
    }
  }
}
