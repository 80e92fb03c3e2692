import type { Bag } from "./bag";

/** How much words tell. */
export interface WordWeight {
  /** Of one word, by its id. */
  of(id: number): number;
  /** Of all words of a text, repeats included. */
  total(bag: Bag): number;
}

/** Every word tells the same. */
export const EVEN: WordWeight = { of: () => 1, total: ({ total }) => total };

/** Rare words tell more than frequent ones: the logarithm of how few of the texts have them. */
export function rarity(bags: readonly Bag[]): WordWeight {
  // Ids ascend in a bag, so the last is the largest.
  const largest = bags.reduce((most, { ids }) => Math.max(most, ids.at(-1) ?? -1), -1);
  const frequency = new Int32Array(largest + 1);
  for (const { ids } of bags) for (const id of ids) frequency[id]!++;
  const weights = new Float64Array(largest + 1);
  for (let id = 0; id <= largest; id++) weights[id] = weightFor(frequency[id]!, bags.length);
  return new Rarity(weights, weightFor(0, bags.length));
}

const weightFor = (frequency: number, texts: number) =>
  0.15 + Math.log((texts + 2) / (frequency + 1));

class Rarity implements WordWeight {
  readonly #totals = new Map<Bag, number>();

  constructor(
    private readonly weights: Float64Array,
    /** Of a word that none of the texts has. */
    private readonly rarest: number,
  ) {}

  of(id: number): number {
    return id >= 0 && id < this.weights.length ? this.weights[id]! : this.rarest;
  }

  total(bag: Bag): number {
    const known = this.#totals.get(bag);
    if (known !== undefined) return known;
    let sum = 0;
    for (let i = 0; i < bag.ids.length; i++) sum += bag.counts[i]! * this.of(bag.ids[i]!);
    this.#totals.set(bag, sum);
    return sum;
  }
}

/** The weight of the words that both have. */
export function common(a: Bag, b: Bag, weight: WordWeight): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  const [left, right] = [a.ids, b.ids];
  while (i < left.length && j < right.length) {
    const id = left[i]!;
    const other = right[j]!;
    if (id === other) {
      sum += Math.min(a.counts[i]!, b.counts[j]!) * weight.of(id);
      i++;
      j++;
    } else if (id < other) i++;
    else j++;
  }
  return sum;
}

/** 0 (nothing in common) to 1 (the same words): Dice's coefficient over weighted words. */
export function similarity(a: Bag, b: Bag, weight: WordWeight): number {
  const both = weight.total(a) + weight.total(b);
  return both === 0 ? 0 : (2 * common(a, b, weight)) / both;
}

/** The same, or 0 when it is less than `least`; what cannot reach that costs nothing. */
export function similarityOver(least: number, a: Bag, b: Bag, weight: WordWeight): number {
  const [left, right] = [weight.total(a), weight.total(b)];
  if (2 * Math.min(left, right) < least * (left + right)) return 0;
  const found = similarity(a, b, weight);
  return found >= least ? found : 0;
}

/** The same, but a text that got longer by half still counts as itself when most of it is there. */
export function kinship(a: Bag, b: Bag, weight: WordWeight): number {
  const [left, right] = [weight.total(a), weight.total(b)];
  if (left + right === 0) return 0;
  const shared = common(a, b, weight);
  const dice = (2 * shared) / (left + right);
  const enough = Math.min(a.total, b.total) >= 8;
  return enough ? Math.max(dice, (0.62 * shared) / Math.min(left, right)) : dice;
}

/** The same, but a text to which something was added is still the same text. */
export function sureness(a: Bag, b: Bag, weight: WordWeight): number {
  const [left, right] = [weight.total(a), weight.total(b)];
  const smaller = Math.min(left, right);
  if (smaller === 0) return 0;
  const shared = common(a, b, weight);
  return Math.max((2 * shared) / (left + right), (0.85 * shared) / smaller);
}
