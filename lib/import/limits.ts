/** How much an import may be (QUALITY H6-H8). The Model Spec with its prompts is 0.3 MB and 116 files. */
export const IMPORT_LIMITS = {
  /** Bytes of the upload, and of everything unpacked from it. */
  bytes: 50 * 1024 * 1024,
  /** Unpacked bytes for each packed one, once more than a little was unpacked. */
  ratio: 100,
  /** Files in a zip or folder. */
  entries: 1_000,
  /** Characters of one text. */
  characters: 5_000_000,
  /** Folders within folders. */
  depth: 12,
  releases: 100,
  /** Milliseconds without a sign of progress: one release takes well under a second. */
  silenceMs: 10_000,
  /** Milliseconds for everything. */
  totalMs: 120_000,
  /** Memory of the worker that reads. */
  memoryMb: 256,
} as const;

/** Small archives may pack well: a page of equal lines is no bomb. */
export const RATIO_FROM_BYTES = 1024 * 1024;
