import { EMPTY_HASH, mixHash } from "./hash-word";
import { stem } from "./stem";
import { isWord } from "./tokens";

/**
 * Numbers for words, so that texts are compared as numbers. One lexicon serves one comparison.
 */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  /** By id: the id that the forms of a word share, or -1 for signs, which say nothing alone. */
  readonly #base: number[] = [];
  readonly #texts: string[] = [];
  /** An open hash table of words by their letters, so that a known word costs no new string. */
  #table = new Int32Array(1 << 13).fill(-1);
  #entries = 0;
  readonly #scratch: [Int32Array, Int32Array] = [new Int32Array(4096), new Int32Array(4096)];

  idOf(token: string): number {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(token, id);
    this.#texts.push(token);
    this.#base.push(-1);
    if (isWord(token)) {
      const base = stem(token.toLowerCase());
      this.#base[id] = base === token ? id : this.base(this.idOf(base));
    }
    return id;
  }

  /**
   * The id of the word that stands from `from` to `to` in a text; it must need no folding.
   *
   * @param hash Of its letters, by `mixHash`.
   */
  idOfWord(text: string, from: number, to: number, hash: number): number {
    if (this.#entries * 2 > this.#table.length) this.#grow();
    const mask = this.#table.length - 1;
    let at = slotOf(hash) & mask;
    for (let id = this.#table[at]!; id >= 0; id = this.#table[at]!) {
      if (isWordAt(this.#texts[id]!, text, from, to)) return id;
      at = (at + 1) & mask;
    }
    const id = this.idOf(text.slice(from, to));
    this.#table[at] = id;
    this.#entries++;
    return id;
  }

  /** Room for a row of numbers, used again and again: take what is needed before asking for it anew. */
  scratch(which: 0 | 1, size: number): Int32Array {
    if (this.#scratch[which].length < size) {
      this.#scratch[which] = new Int32Array(Math.max(size, 4096));
    }
    return this.#scratch[which];
  }

  /** The id a word shares with its other forms, -1 for a sign. */
  base(id: number): number {
    return this.#base[id]!;
  }

  /** From now on the one word counts as the other wherever texts are weighed against each other. */
  treatAs(word: string, other: string): void {
    const [from, to] = [this.base(this.idOf(word)), this.base(this.idOf(other))];
    if (from < 0 || to < 0) return;
    for (let id = 0; id < this.#base.length; id++) if (this.#base[id] === from) this.#base[id] = to;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2).fill(-1);
    const mask = this.#table.length - 1;
    for (const id of old) {
      if (id < 0) continue;
      const word = this.#texts[id]!;
      let at = slotOf(hashOf(word)) & mask;
      while (this.#table[at]! >= 0) at = (at + 1) & mask;
      this.#table[at] = id;
    }
  }
}

function hashOf(word: string): number {
  let hash = EMPTY_HASH;
  for (let at = 0; at < word.length; at++) hash = mixHash(hash, word.charCodeAt(at));
  return hash;
}

const slotOf = (hash: number) => hash ^ (hash >>> 15);

function isWordAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = from; at < to; at++) {
    if (word.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
  }
  return true;
}
