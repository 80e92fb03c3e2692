/** How a command speaks with the world; tests listen in. */
export interface Io {
  /** Results: what other programs read. */
  out: (text: string) => void;
  /** Words: what people read. */
  say: (line: string) => void;
  /** Paths are relative to it. */
  cwd: string;
  stdin: AsyncIterable<Uint8Array | string>;
}

/** What the process ends with. */
export const EXIT = { fine: 0, found: 1, unusable: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command cannot do its work; the message says what to do. Ends with code 2. */
export class CommandRefused extends Error {
  override name = "CommandRefused";
}
