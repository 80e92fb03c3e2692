/**
 * Numbers for words, so that texts are compared as numbers. One lexicon serves one comparison.
 */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  /** By id: the id of the same word in lower case, or -1 for signs, which say nothing alone. */
  readonly #lower: number[] = [];
  readonly #texts: string[] = [];

  idOf(token: string): number {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(token, id);
    this.#texts.push(token);
    this.#lower.push(-1);
    if (STARTS_WORD.test(token)) {
      const lower = token.toLowerCase();
      this.#lower[id] = lower === token ? id : this.idOf(lower);
    }
    return id;
  }

  /** The id a word shares with its other spellings, -1 for a sign. */
  lower(id: number): number {
    return this.#lower[id]!;
  }

  text(id: number): string {
    return this.#texts[id]!;
  }

  get size(): number {
    return this.#texts.length;
  }
}

const STARTS_WORD = /^(?:[\p{L}\p{N}_]|\[\?\])/u;
