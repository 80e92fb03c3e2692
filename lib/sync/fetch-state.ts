import { DRAFT_VERSION } from "@/lib/draft/draft-schema";

/** Names of headers that say which form of a draft a state belongs to. */
export const STATE_HEADERS = { epoch: "x-draft-epoch", version: "x-draft-version" } as const;

/** Longer than this, the socket alone is quicker. */
const PATIENCE_MS = 4_000;

/**
 * Fetches a draft as it was a short while ago, for a device that has no copy of it: compressed it is a quarter
 * of what the socket would bring, and the server has it ready. What is newer comes by the socket.
 *
 * @param address `/sync/<specId>/state`
 * @param epoch The form of the draft that this page is for; a state of another form is left alone.
 * @returns A Yjs update, version 2. Null when there is none to be had: the socket then brings everything, or
 *   says why not.
 */
export async function fetchState(
  address: string,
  epoch: number,
  init: RequestInit = {},
): Promise<Uint8Array | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { signal, ...init });
    const isOurs =
      answer.headers.get(STATE_HEADERS.epoch) === String(epoch) &&
      answer.headers.get(STATE_HEADERS.version) === DRAFT_VERSION;
    if (answer.status !== 200 || !isOurs) return null;
    return new Uint8Array(await answer.arrayBuffer());
  } catch {
    // No connection, or a slow one. The socket is tried in any case and tells about itself.
    return null;
  }
}
