/**
 * Keeps the last things that were made from something that never changes, such as a document named by its
 * hash. What failed is forgotten, so that whoever asks next tries again.
 */
export class Recent<T> {
  readonly #kept = new Map<string, Promise<T>>();

  /** @param most How many are kept. */
  constructor(private readonly most: number) {}

  take(key: string, make: () => Promise<T>): Promise<T> {
    const made = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, made);
    made.catch(() => {
      if (this.#kept.get(key) === made) this.#kept.delete(key);
    });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.most) break;
      this.#kept.delete(oldest);
    }
    return made;
  }
}
