interface Range<T> {
  from: number;
  /** Left out. */
  to: number;
  value: T;
}

/**
 * What is known of stretches of pieces, by the number of the client that made them. What was said first
 * of a piece holds.
 */
export class ClockRanges<T> {
  private readonly byClient = new Map<number, Range<T>[]>();

  add(client: number, from: number, to: number, value: T): void {
    const known = this.byClient.get(client) ?? [];
    if (known.length === 0) this.byClient.set(client, known);
    let at = firstAfter(known, from);
    let start = from;
    const before = known[at - 1];
    if (before && before.to > start) start = before.to;
    while (start < to) {
      const next = known[at];
      const end = next ? Math.min(to, next.from) : to;
      if (start < end) known.splice(at++, 0, { from: start, to: end, value });
      if (!next || next.from >= to) return;
      start = Math.max(start, next.to);
      at += 1;
    }
  }

  /** What is known of a piece, and up to which number (left out) that holds. */
  find(client: number, clock: number): { value: T | null; to: number } {
    const known = this.byClient.get(client);
    if (!known) return { value: null, to: Infinity };
    const at = firstAfter(known, clock);
    const range = known[at - 1];
    if (range && clock < range.to) return { value: range.value, to: range.to };
    return { value: null, to: known[at]?.from ?? Infinity };
  }
}

/** The place of the first range that begins after a number. */
function firstAfter(ranges: readonly Range<unknown>[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.from <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
