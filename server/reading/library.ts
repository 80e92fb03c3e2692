import type { SpecDocument } from "@/lib/spec/document";
import { compareReleases, type ReleaseComparison } from "./release-comparison";

// A document of 250 KB of Markdown takes some 10 MB once it is read.
const DOCUMENTS = 8;
const COMPARISONS = 64;

/**
 * Documents and comparisons of releases, each read and made once while they are needed. Nothing here
 * ever goes stale: the hash of a document names its text for ever.
 */
export class Library {
  readonly #documents = new Shelf<Promise<SpecDocument>>(DOCUMENTS);
  readonly #comparisons = new Shelf<Promise<ReleaseComparison>>(COMPARISONS);

  /** @param read Reads a document by its hash. */
  constructor(private readonly read: (hash: string) => Promise<SpecDocument>) {}

  document(hash: string): Promise<SpecDocument> {
    return this.#documents.take(hash, () => this.read(hash));
  }

  comparison(older: string, newer: string): Promise<ReleaseComparison> {
    return this.#comparisons.take(`${older} ${newer}`, async () =>
      compareReleases(await this.document(older), await this.document(newer)),
    );
  }
}

/** Keeps the last so many things that were asked for. What failed is forgotten, so it is tried again. */
class Shelf<T extends Promise<unknown>> {
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
