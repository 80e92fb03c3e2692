import type { WebsocketProvider } from "y-websocket";

/** What tells about the network, and whether anybody looks: the window and the document of a browser. */
export interface Surroundings {
  network: EventTarget;
  page: EventTarget & { visibilityState?: DocumentVisibilityState };
}

/** The server says something every four seconds; three of those and some patience. */
const SILENT_MS = 13_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Longest pause between two tries, in milliseconds. Each page draws its own, so that hundreds whose server was
 * restarted do not come back in the same moment.
 */
export function longestPause(): number {
  return 2_000 + Math.random() * 1_500;
}

/**
 * Leaves a dead connection at once and makes a new one as soon as there may be one. By itself, y-websocket
 * learns of a lost network after 30 to 33 seconds of silence, and until then a page would say "Saving".
 *
 * A browser's word about the network is a hint and no truth: with the server on one's own computer, a draft is
 * edited without any network. So a hint never ends the tries, it only begins the next one. A connection that
 * was ended for good (a refusal, an older page) is never begun again here.
 *
 * @returns Ends the watch.
 */
export function keepConnected(
  provider: WebsocketProvider,
  { network, page }: Surroundings = { network: window, page: document },
  silentMs = SILENT_MS,
): () => void {
  const again = () => {
    if (!provider.shouldConnect) return;
    provider.disconnect();
    provider.connect();
  };
  const unlessConnected = () => {
    if (!provider.wsconnected) again();
  };
  const seen = () => {
    if (page.visibilityState !== "hidden") unlessConnected();
  };
  let triedAt = 0;
  const tried = ({ status }: { status: string }) => {
    if (status === "connecting") triedAt = Date.now();
  };
  // Also the first look after a computer slept, when no event tells that the other side is gone.
  const listen = () => {
    const { ws, wsconnected, wsLastMessageReceived } = provider;
    const heardAt = wsconnected ? wsLastMessageReceived : triedAt + silentMs;
    if (ws && Date.now() - heardAt > silentMs) again();
  };
  provider.on("status", tried);
  network.addEventListener("offline", again);
  network.addEventListener("online", unlessConnected);
  page.addEventListener("visibilitychange", seen);
  const timer = setInterval(listen, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    provider.off("status", tried);
    network.removeEventListener("offline", again);
    network.removeEventListener("online", unlessConnected);
    page.removeEventListener("visibilitychange", seen);
  };
}
