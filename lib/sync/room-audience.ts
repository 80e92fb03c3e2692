import type { AcceptedChange } from "./room-judge";
import type { Connection } from "./connection";
import { awarenessUpdate, syncUpdate, wireFrame, type AwarenessEntry } from "./frames";
import { encodeServerMessage, type ServerMessage } from "./protocol";

/** The sockets in a room, and what goes to many of them: each message is made once. */
export class RoomAudience implements Iterable<Connection> {
  private readonly connections = new Set<Connection>();

  get size(): number {
    return this.connections.size;
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.connections[Symbol.iterator]();
  }

  add(connection: Connection): void {
    this.connections.add(connection);
  }

  /** @returns False when it was not there. */
  remove(connection: Connection): boolean {
    return this.connections.delete(connection);
  }

  say(message: ServerMessage): void {
    const frame = wireFrame(encodeServerMessage(message));
    for (const connection of this.connections) connection.write(frame);
  }

  /** What came by the log goes to everybody who had an answer. */
  send(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return;
    const frames = Buffer.concat(updates.map((update) => wireFrame(syncUpdate(update))));
    for (const connection of this.connections) if (connection.isCurrent) connection.write(frames);
  }

  /** Tells what is committed, each in one write: others what is new, its authors that it is safe. */
  deliver(accepted: readonly AcceptedChange[]): void {
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
  }

  /** Shows cursors to everybody but their owners. */
  showEntries(entries: readonly AwarenessEntry[]): void {
    if (entries.length === 0) return;
    const all = wireFrame(awarenessUpdate(entries));
    for (const connection of this.connections) {
      const others = entries.filter(({ clientId }) => clientId !== connection.clientId);
      if (others.length === entries.length) connection.write(all);
      else if (others.length > 0) connection.write(wireFrame(awarenessUpdate(others)));
    }
  }
}
