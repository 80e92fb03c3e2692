import type { StoredAnswer } from "./stored-answer";

/** Ready to be sent, or a redirect, or nothing of ours. */
export type Made =
  StoredAnswer | { status: 302; to: string } | { status: 404; words: string } | null;

export interface KeptLimits {
  answers: number;
  /** Of all bodies in all their encodings. */
  bytes?: number;
  /** Whether an answer is worth its place. */
  worth: (made: Made) => boolean;
}

/** Answers that are made or being made, by their keys; what was made first goes first. */
export class KeptAnswers {
  readonly #making = new Map<string, Promise<Made>>();
  /** The same once they are there, so that most requests wait for nothing. */
  readonly #ready = new Map<string, Made>();
  #bytes = 0;

  constructor(private readonly limits: KeptLimits) {}

  ready(key: string): Made | undefined {
    return this.#ready.get(key);
  }

  making(key: string): Promise<Made> | undefined {
    return this.#making.get(key);
  }

  keys(): Iterable<string> {
    return this.#making.keys();
  }

  /** Keeps what is being made. */
  keep(key: string, making: Promise<Made>): void {
    this.#making.set(key, making);
    making.then(
      (made) => {
        // Something was published meanwhile: what was just made is of yesterday.
        if (this.#making.get(key) !== making) return;
        if (!this.limits.worth(made)) return void this.#making.delete(key);
        this.#ready.set(key, made);
        this.#bytes += bytesOf(made);
        this.#shed();
      },
      () => {
        if (this.#making.get(key) === making) this.#making.delete(key);
      },
    );
    this.#shed();
  }

  drop(key: string): void {
    this.#bytes -= bytesOf(this.#ready.get(key) ?? null);
    this.#making.delete(key);
    this.#ready.delete(key);
  }

  #shed(): void {
    const { answers, bytes = Infinity } = this.limits;
    for (const oldest of this.#making.keys()) {
      if (this.#making.size <= answers && this.#bytes <= bytes) break;
      this.drop(oldest);
    }
  }
}

const bytesOf = (made: Made): number =>
  made?.status === 200
    ? Object.values(made.bodies).reduce((sum, { bytes }) => sum + bytes.length, 0)
    : 0;
