/** What stands in a comment whose words are gone for ever. */
export const BLANK_COMMENT = {
  body: "",
  replacement: null,
  heldBecause: "",
  // No hash either: short words could be guessed from it.
  wordsHash: "",
} as const;
