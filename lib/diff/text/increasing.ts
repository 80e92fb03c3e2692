/**
 * Which items keep their order: the heaviest increasing subsequence.
 *
 * @param places Where each item stands now, all different, in the order of where it stood.
 * @param weightOf How much it would mean to move the item; more than 0.
 * @returns By item, whether it stays. The others moved.
 */
export function heaviestIncreasing(
  places: readonly number[],
  weightOf: (index: number) => number,
): boolean[] {
  // Mostly nothing moved.
  if (places.every((place, index) => index === 0 || places[index - 1]! < place)) {
    return places.map(() => true);
  }
  const order = [...places].sort((x, y) => x - y);
  const rank = new Map(order.map((place, index) => [place, index + 1]));
  const tree = new PrefixMaximum(places.length);
  const previous = new Int32Array(places.length).fill(-1);
  let best = -1;
  let bestWeight = -1;
  places.forEach((place, index) => {
    const at = rank.get(place)!;
    const { weight, item } = tree.below(at);
    previous[index] = item;
    const total = weight + weightOf(index);
    tree.set(at, total, index);
    if (total > bestWeight) [best, bestWeight] = [index, total];
  });
  const stays = places.map(() => false);
  for (let item = best; item >= 0; item = previous[item]!) stays[item] = true;
  return stays;
}

/** A binary indexed tree that answers the heaviest chain that ends below a place. */
class PrefixMaximum {
  readonly #weights: Float64Array;
  readonly #items: Int32Array;

  constructor(size: number) {
    this.#weights = new Float64Array(size + 1);
    this.#items = new Int32Array(size + 1).fill(-1);
  }

  below(place: number): { weight: number; item: number } {
    let weight = 0;
    let item = -1;
    for (let at = place - 1; at > 0; at -= at & -at) {
      if (this.#weights[at]! > weight) [weight, item] = [this.#weights[at]!, this.#items[at]!];
    }
    return { weight, item };
  }

  set(place: number, weight: number, item: number): void {
    for (let at = place; at < this.#weights.length; at += at & -at) {
      if (weight > this.#weights[at]!) {
        this.#weights[at] = weight;
        this.#items[at] = item;
      }
    }
  }
}
