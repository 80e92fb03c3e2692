import * as decoding from "lib0/decoding";

/** What a browser says. */
export type ClientMessage =
  /** Its state vector: it asks for what it lacks. */
  | { type: "ask"; stateVector: Uint8Array }
  /** `isAnswer`: to the server's own question. */
  | { type: "change"; update: Uint8Array; isAnswer: boolean }
  /** Where its cursor is; `state` is JSON text, "null" when it leaves. */
  | { type: "presence"; clientId: number; state: string }
  /** Something allowed that needs no answer. */
  | { type: "nothing" };

const MAX_PRESENCE_BYTES = 2_048;

/**
 * Reads a frame of y-websocket.
 *
 * @throws When it is none.
 */
export function readClientMessage(frame: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case 0:
      return readSync(decoder);
    case 1:
      return readPresence(decoding.readVarUint8Array(decoder));
    case 3:
      // "Who is here?" Everybody is told anyway.
      return { type: "nothing" };
    default:
      throw new TypeError("There is no such message.");
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const step = decoding.readVarUint(decoder);
  if (step > 2) throw new TypeError("There is no such step.");
  // A copy: the frame's memory is used again once it was read, and updates are kept until committed.
  const bytes = decoding.readVarUint8Array(decoder).slice();
  if (step === 0) return { type: "ask", stateVector: bytes };
  return { type: "change", update: bytes, isAnswer: step === 1 };
}

function readPresence(bytes: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(bytes);
  // y-websocket also repeats what it heard about others; only what a client says about itself counts.
  if (decoding.readVarUint(decoder) !== 1) return { type: "nothing" };
  const clientId = decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  const state = decoding.readVarString(decoder);
  if (state.length > MAX_PRESENCE_BYTES) return { type: "nothing" };
  return { type: "presence", clientId, state };
}
