const WORDS = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** A date in words, "9 March 2026". In UTC, so that every reader sees the day that the release names. */
export const dayWords = (at: Date): string => WORDS.format(at);
