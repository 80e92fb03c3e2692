import { diffDocuments } from "@/lib/diff/diff";
import type { DocumentDiff } from "@/lib/diff/document-diff";
import type { SpecDocument } from "@/lib/spec/document";
import { compareReleases, type ReleaseComparison } from "./release-comparison";
import { Shelf } from "./shelf";

// A document of 250 KB of Markdown takes some 10 MB once it is read, what changed in it a few.
const DOCUMENTS = 8;
const DIFFS = 8;
const COMPARISONS = 64;

/**
 * Documents and comparisons of releases, each read and made once while they are needed. Nothing here
 * ever goes stale: the hash of a document names its text for ever.
 */
export class Library {
  readonly #documents = new Shelf<Promise<SpecDocument>>(DOCUMENTS);
  readonly #diffs = new Shelf<Promise<DocumentDiff>>(DIFFS);
  readonly #comparisons = new Shelf<Promise<ReleaseComparison>>(COMPARISONS);

  /** @param read Reads a document by its hash. */
  constructor(private readonly read: (hash: string) => Promise<SpecDocument>) {}

  document(hash: string): Promise<SpecDocument> {
    return this.#documents.take(hash, () => this.read(hash));
  }

  /** All that changed, for pages that compare. */
  diff(older: string, newer: string): Promise<DocumentDiff> {
    return this.#diffs.take(`${older} ${newer}`, async () =>
      diffDocuments(await this.document(older), await this.document(newer)),
    );
  }

  /** What of it pages of a release tell, section by section. */
  comparison(older: string, newer: string): Promise<ReleaseComparison> {
    return this.#comparisons.take(`${older} ${newer}`, async () => {
      const { changes } = await this.diff(older, newer);
      return compareReleases(await this.document(older), await this.document(newer), changes);
    });
  }
}
