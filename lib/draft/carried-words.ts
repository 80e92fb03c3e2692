/** This much of a passage stands in the other text: somebody carried it over and changed a little. */
const MOST_OF_IT = 0.6;

/** So many pairs of words in a row are the same: a sentence was carried into a longer passage. */
const SENTENCE = 7;

/** Fewer words than this are only recognised when they are all there is. */
const FEW = 4;

/** A text in pieces, each with who wrote it; null for what was released before. */
export type SignedText = readonly { text: string; authors: readonly string[] | null }[];

/** A text that a passage seems to come from. */
export interface Source {
  /** Its number. */
  index: number;
  /** Who wrote what the passage has from there and the released texts have not. */
  authors: ReadonlySet<string>;
}

/**
 * Recognises words that were carried from one place to another, by pairs of neighbouring words. Looks
 * through the finger at small changes, so that a word more or less does not hide where a passage is from.
 */
export class CarriedWords {
  /** By pair: in which of the texts it stands, and who wrote it there. */
  private readonly places = new Map<string, Map<number, Set<string>>>();
  private readonly wholes: { text: string; authors: Set<string> }[] = [];
  private readonly released: string[];
  private readonly releasedPairs: ReadonlySet<string>;

  /**
   * @param released Texts that are known to everybody: to carry them unchanged carries nobody's work.
   * @param texts Where words may come from.
   */
  constructor(released: readonly string[], texts: readonly SignedText[]) {
    const before = released.map(wordsOf);
    this.releasedPairs = new Set(before.flatMap(pairsOf));
    this.released = before.map(joined);
    texts.forEach((text, index) => this.enter(text, index));
  }

  private enter(text: SignedText, index: number): void {
    const { words, authors } = signedWords(text);
    this.wholes.push({
      text: joined(words),
      authors: new Set(authors.flatMap((some) => [...some])),
    });
    pairsOf(words).forEach((pair, at) => {
      const known = this.places.get(pair) ?? new Map<number, Set<string>>();
      const by = known.get(index) ?? new Set<string>();
      for (const author of [...authors[at]!, ...authors[at + 1]!]) by.add(author);
      this.places.set(pair, known.set(index, by));
    });
  }

  /** Whether a passage stands word for word in a released text. */
  isReleased(passage: string): boolean {
    const words = wordsOf(passage);
    const whole = joined(words);
    return (
      pairsOf(words).every((pair) => this.releasedPairs.has(pair)) &&
      this.released.some((text) => text.includes(whole))
    );
  }

  /** The texts that a passage seems to be carried from. */
  sourcesOf(passage: string): Source[] {
    const words = wordsOf(passage);
    if (words.length === 0) return [];
    if (words.length < FEW) {
      const whole = joined(words);
      return this.wholes.flatMap(({ text, authors }, index) =>
        text === whole ? [{ index, authors }] : [],
      );
    }
    const pairs = pairsOf(words);
    // Counted first: most texts share a pair such as "of the", and few share enough of them.
    const counts = new Map<number, number>();
    for (const pair of pairs) {
      for (const index of this.places.get(pair)?.keys() ?? []) {
        counts.set(index, (counts.get(index) ?? 0) + 1);
      }
    }
    const enough = Math.min(SENTENCE, pairs.length * MOST_OF_IT);
    return [...counts].flatMap(([index, count]) =>
      count >= enough ? (this.sourceIn(pairs, index) ?? []) : [],
    );
  }

  private sourceIn(pairs: readonly string[], index: number): Source | null {
    const authors = new Set<string>();
    let shared = 0;
    let row = 0;
    let rowIsNew = false;
    let isSentence = false;
    for (const pair of pairs) {
      const by = this.places.get(pair)?.get(index);
      if (!by) {
        row = 0;
        rowIsNew = false;
        continue;
      }
      const isNew = !this.releasedPairs.has(pair);
      if (isNew) by.forEach((author) => authors.add(author));
      shared += 1;
      row += 1;
      rowIsNew ||= isNew;
      // Phrases that the released text has as well are no sign of where words come from.
      isSentence ||= row >= SENTENCE && rowIsNew;
    }
    return isSentence || shared / pairs.length >= MOST_OF_IT ? { index, authors } : null;
  }
}

/** Words with their authors; a word that two hands wrote has both. */
function signedWords(text: SignedText) {
  const words: string[] = [];
  const authors: Set<string>[] = [];
  let isOpen = false;
  for (const piece of text) {
    for (const part of piece.text.toLowerCase().match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? []) {
      const isWord = /[\p{L}\p{N}]/u.test(part);
      if (isWord && !isOpen) {
        words.push("");
        authors.push(new Set());
      }
      isOpen = isWord;
      if (!isWord) continue;
      words[words.length - 1] += part;
      piece.authors?.forEach((author) => authors.at(-1)?.add(author));
    }
  }
  return { words, authors };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const joined = (words: readonly string[]) => ` ${words.join(" ")} `;

const pairsOf = (words: readonly string[]) =>
  words.slice(1).map((word, index) => `${words[index]!} ${word}`);
