import * as encoding from "lib0/encoding";
import * as Y from "yjs";

const SYNC = 0;
const AWARENESS = 1;

/** "This is what I have": asks the other side for what is missing here. */
export function syncStep1(ydoc: Y.Doc): Uint8Array {
  return message(SYNC, 0, Y.encodeStateVector(ydoc));
}

/** What the other side lacks. */
export const syncStep2 = (update: Uint8Array): Uint8Array => message(SYNC, 1, update);

export const syncUpdate = (update: Uint8Array): Uint8Array => message(SYNC, 2, update);

export interface AwarenessEntry {
  clientId: number;
  clock: number;
  /** JSON, null when the client is gone. */
  state: string | null;
}

export function awarenessUpdate(entries: readonly AwarenessEntry[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(inner, clientId);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state ?? "null");
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, AWARENESS);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/**
 * A message as the bytes that go over the wire: one unmasked, binary, final WebSocket frame (RFC 6455,
 * 5.2). Made once for all receivers, because one write per update and client is most of the cost of sync.
 */
export function wireFrame(payload: Uint8Array): Buffer {
  const { byteLength } = payload;
  const extra = byteLength < 126 ? 0 : byteLength < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + extra + byteLength);
  frame[0] = 0x82;
  if (extra === 0) frame[1] = byteLength;
  else if (extra === 2) {
    frame[1] = 126;
    frame.writeUInt16BE(byteLength, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(byteLength), 2);
  }
  frame.set(payload, 2 + extra);
  return frame;
}

function message(type: number, step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
