import type { WebsocketProvider } from "y-websocket";
import { isChange, onServerMessage, type ServerMessage } from "./protocol";

/** What of one's own changes the server has committed. */
export interface Delivery {
  /**
   * "committed": connected, and every change made here is in the database. "sending": connected, and
   * something is not yet confirmed. "offline": no connection.
   */
  state: "offline" | "sending" | "committed";
  /** Whether there is a change that was never confirmed, as far as this page knows. */
  hasUnconfirmed: boolean;
}

type CountingSocket = WebSocket & { changes: number };

/**
 * A WebSocket that counts the changes it sends: give it to WebsocketProvider as `WebSocketPolyfill`.
 * The count belongs to the socket, so a new connection begins at nothing on both sides.
 */
export function countChanges(Socket: typeof WebSocket): typeof WebSocket {
  return class extends Socket {
    changes = 0;

    override send(data: Parameters<WebSocket["send"]>[0]): void {
      if (data instanceof Uint8Array && isChange(data)) this.changes += 1;
      super.send(data);
    }
  };
}

/**
 * Watches a WebsocketProvider that was made with `countChanges` and without connecting yet
 * (`connect: false`).
 *
 * Certain because of three rules: y-websocket sends each change of the document at once while it is
 * connected, as one frame; on a new connection it first sends everything that the server lacks; the server
 * acknowledges frames by their number, and none before that first one is committed.
 *
 * @param hear Called for each message of the server, after the delivery took note of it.
 * @returns `current`, and `stop`, which ends the watch.
 */
export function watchDelivery(
  provider: WebsocketProvider,
  changed: (delivery: Delivery) => void,
  hear: (message: ServerMessage) => void = () => undefined,
): { current: () => Delivery; stop: () => void } {
  let acknowledged: number | null = null;
  let hasUnconfirmed = false;
  let last: Delivery = { state: "offline", hasUnconfirmed };

  const look = () => {
    const state = stateOf(provider, acknowledged);
    if (state === "committed") hasUnconfirmed = false;
    if (state === last.state && hasUnconfirmed === last.hasUnconfirmed) return;
    last = { state, hasUnconfirmed };
    changed(last);
  };
  const edited = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    hasUnconfirmed = true;
    look();
  };
  // "status" follows and tells it.
  const closed = () => (acknowledged = null);
  onServerMessage(provider as never, (message) => {
    if (message.type === "acknowledgement") acknowledged = message.count;
    look();
    hear(message);
  });
  provider.doc.on("update", edited);
  provider.on("connection-close", closed);
  provider.on("status", look);
  return {
    current: () => last,
    stop: () => {
      provider.doc.off("update", edited);
      provider.off("connection-close", closed);
      provider.off("status", look);
    },
  };
}

function stateOf(provider: WebsocketProvider, acknowledged: number | null): Delivery["state"] {
  const socket = provider.ws as CountingSocket | null;
  // A socket that is closing takes nothing any more, some time before y-websocket hears that it is closed.
  if (!provider.wsconnected || socket?.readyState !== socket?.OPEN) return "offline";
  const sent = socket?.changes ?? 0;
  return acknowledged !== null && acknowledged >= sent ? "committed" : "sending";
}
