import * as Y from "yjs";
import type { ClientOwners } from "./client-owners";
import { type Wish } from "./client-owners";
import type { Change, Connection } from "./connection";
import { CLOSE, type RefusalCode } from "./protocol";
import { Refusal, refusing } from "./refusal";
import type { RoomDocument } from "./room-document";
import type { Edit } from "./storage";

/** A change that was checked and applied. */
export interface AcceptedChange {
  change: Change;
  /** Null when there was nothing new in it. */
  edit: Edit | null;
}

export interface JudgeOptions {
  owners: ClientOwners;
  document: () => RoomDocument;
  /** Makes the document anew, as it was with these changes alone. */
  rebuild: (accepted: readonly AcceptedChange[]) => Promise<void>;
  /** Called when a person wrote without having the right to. */
  offended: (personId: string) => void;
}

/** What was under way when somebody lost the right to write is no offence. */
const GRACE_MS = 10_000;
/** Somebody is asked to start over once in this time; after that, what is missing is refused. */
const RESYNC_EVERY_MS = 60_000;

/** Decides what becomes of changes that came in. */
export class RoomJudge {
  private readonly resynced = new Map<string, number>();
  /** Their client ids are known, as far as they are honest. */
  private readonly haveWritten = new WeakSet<Connection>();

  constructor(private readonly options: JudgeOptions) {}

  /** Checks and applies changes in the order they came; what is refused is heard of by its author alone. */
  async judge(changes: readonly Change[]): Promise<AcceptedChange[]> {
    const accepted: AcceptedChange[] = [];
    await this.claimAhead(changes);
    for (const change of changes) {
      change.connection.release(change.update.byteLength);
      // Of somebody who has just closed the page, what arrived is taken.
      if (change.connection.isRefused) continue;
      try {
        accepted.push({ change, edit: await this.judgeOne(change) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.refuse(change.connection, error.code);
        if (error.isSpoiled) await this.options.rebuild(accepted);
      }
    }
    return accepted;
  }

  /**
   * When a hundred people come back or begin to write in one moment, their client ids are looked up in one
   * question; one after the other they would wait for each other.
   */
  private async claimAhead(changes: readonly Change[]): Promise<void> {
    const wishes = changes.flatMap(({ connection, update, isAnswer }): Wish[] =>
      connection.canWrite && (isAnswer || !this.haveWritten.has(connection))
        ? [{ person: connection.person, clients: clientsOf(update) }]
        : [],
    );
    if (wishes.length > 1) await this.options.owners.claim(wishes, this.isInDraft);
  }

  private async judgeOne({ connection, update, isAnswer }: Change): Promise<Edit | null> {
    const facts = refusing(() => this.options.document().check(update));
    if (facts.changesNothing) return null;
    const { person } = connection;
    if (!connection.canWrite) throw new Refusal("read-only");
    await this.options.owners.require({ person, clients: facts.clients }, this.isInDraft);
    const { update: kept, touched } = refusing(
      () => this.options.document().accept(update, facts, isAnswer),
      true,
    );
    this.haveWritten.add(connection);
    return kept && { update: kept, authorId: person.id, touched };
  }

  private refuse(connection: Connection, code: RefusalCode): void {
    const { id } = connection.person;
    if (code === "read-only") {
      const { demotedAt } = connection;
      const isLate = demotedAt !== null && performance.now() - demotedAt < GRACE_MS;
      if (!isLate) this.options.offended(id);
      return connection.refuse(code, CLOSE.noAccess);
    }
    // Once, starting over mends it: the client sends all that it has again.
    const last = this.resynced.get(id) ?? -Infinity;
    if (code === "incomplete" && performance.now() - last > RESYNC_EVERY_MS) {
      this.resynced.set(id, performance.now());
      return connection.close(CLOSE.tooSlow);
    }
    connection.refuse(code, CLOSE.refused);
  }

  private readonly isInDraft = (id: number): boolean =>
    Y.getState(this.options.document().ydoc.store, id) > 0;
}

/** Clients that a change says it was written by; none when it cannot be read, which the check will say. */
function clientsOf(update: Uint8Array): number[] {
  try {
    return [...Y.parseUpdateMeta(update).to.keys()];
  } catch {
    return [];
  }
}
