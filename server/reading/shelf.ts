/** Keeps the last so many things that were asked for. What failed is forgotten, so it is tried again. */
export class Shelf<T extends Promise<unknown>> {
  readonly #held = new Map<string, T>();

  constructor(private readonly size: number) {}

  take(key: string, make: () => T): T {
    const held = this.#held.get(key) ?? make();
    this.#held.delete(key);
    this.#held.set(key, held);
    held.catch(() => {
      if (this.#held.get(key) === held) this.#held.delete(key);
    });
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.size) break;
      this.#held.delete(oldest);
    }
    return held;
  }
}
