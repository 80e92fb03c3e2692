/** Of no letter at all. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

/** The hash of a word with one more letter (Fowler, Noll, Vo: FNV-1a on 16-bit letters). */
export const mixHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
