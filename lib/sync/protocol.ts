import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/**
 * What server and browser say to each other at `/sync/<specId>`, besides the standard messages of
 * y-protocols (0 sync, 1 awareness, 3 query awareness). The README tells the whole conversation.
 */

/** Our own message types. Below 100 is y-websocket's. */
const TYPE = {
  /** A count; everything else carries JSON. */
  acknowledgement: 100,
  refusal: 101,
  status: 102,
  people: 103,
  access: 104,
  reload: 105,
} as const;

/** Why the server does not take something, or takes nothing any more. */
export type RefusalCode =
  /** The change is not what a spec can hold, nested too deeply, or no change at all. */
  | "invalid"
  /** It claims to be written by somebody else's editor. */
  | "foreign"
  /** It builds on something that the server has never seen. */
  | "incomplete"
  /** The spec would grow beyond its limits. */
  | "too-large"
  /** The person may read and not write. */
  | "read-only"
  /** Too many editors of one person wrote to this spec today. */
  | "too-many-editors"
  /** The spec cannot be opened at the moment. */
  | "cannot-open"
  /** The session ended, or the person may not see this spec any more. */
  | "no-access";

/** Somebody who is present; the server says who, from the session. */
export interface PersonPresent {
  /** Id of the person. */
  id: string;
  name: string;
  /** A value of PERSON_COLOURS. */
  colour: string;
  canWrite: boolean;
  /** Awareness ids of this person's open editors. */
  clients: number[];
}

export type ServerMessage =
  /**
   * The first `count` changes that this socket sent are committed. The first acknowledgement comes after
   * the answer to the server's first sync step is committed too, so it covers what was written offline.
   */
  | { type: "acknowledgement"; count: number }
  /** Said before the socket is closed. `words` are for people. What was refused went to nobody. */
  | { type: "refusal"; code: RefusalCode; words: string }
  /** Whether what people write reaches the database. Also sent every 4 s as a sign of life. */
  | { type: "status"; saving: boolean; words: string | null }
  /** Everybody present, on all processes; sent on opening and at each change. */
  | { type: "people"; people: PersonPresent[] }
  /** What this person may do; sent on opening and when it changes. */
  | { type: "access"; canWrite: boolean; personId: string; epoch: number }
  /** The page is of another version or the draft was replaced: show what is there, and offer to reload. */
  | { type: "reload"; because: "version" | "epoch"; words: string };

/** Close codes. y-websocket gives up by itself on 4400-4499 and tries again after the others. */
export const CLOSE = {
  /** No such message, broken contents. */
  malformed: 1002,
  /** A text frame. */
  notBinary: 1003,
  /** A frame above MAX_FRAME_BYTES. */
  tooBig: 1009,
  /** Cannot open the draft at the moment. */
  cannotOpen: 1011,
  /** The server stops; another one, or its next start, takes over. */
  restarting: 1012,
  /** The client does not keep up with reading. */
  tooSlow: 1013,
  signedOut: 4401,
  noAccess: 4403,
  reload: 4409,
  refused: 4422,
} as const;

/** Largest frame that is read. */
export const MAX_FRAME_BYTES = 1_000_000;

/** For the option `shouldReconnect` of WebsocketProvider: the same again would end the same way. */
export function mayReconnect(closeCode: number): boolean {
  const isFinal =
    (closeCode >= 4400 && closeCode <= 4499) ||
    closeCode === CLOSE.malformed ||
    closeCode === CLOSE.notBinary ||
    closeCode === CLOSE.tooBig;
  return !isFinal;
}

/** Whether a frame carries a change: those are counted on both sides, see `acknowledgement`. */
export function isChange(frame: Uint8Array): boolean {
  // 0 is "sync"; within it 1 is the answer to a sync step and 2 an update.
  return frame[0] === 0 && (frame[1] === 1 || frame[1] === 2);
}

/** A message of the server as one frame. */
export function encodeServerMessage({ type, ...content }: ServerMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, TYPE[type]);
  if ("count" in content) encoding.writeVarUint(encoder, content.count);
  else encoding.writeVarString(encoder, JSON.stringify(content));
  return encoding.toUint8Array(encoder);
}

/** What of WebsocketProvider is needed here. */
export interface MessageReceiver {
  messageHandlers: ((encoder: never, decoder: decoding.Decoder) => void)[];
}

/** Hears our own messages on a WebsocketProvider. Call it before the provider connects. */
export function onServerMessage(
  provider: MessageReceiver,
  listener: (message: ServerMessage) => void,
): void {
  for (const [type, number] of Object.entries(TYPE)) {
    provider.messageHandlers[number] = (_, decoder) => listener(decode(type, decoder));
  }
}

function decode(type: string, decoder: decoding.Decoder): ServerMessage {
  if (type === "acknowledgement") return { type, count: decoding.readVarUint(decoder) };
  const content = JSON.parse(decoding.readVarString(decoder)) as object;
  return { type, ...content } as ServerMessage;
}
