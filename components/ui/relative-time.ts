const STEPS: [unit: string, seconds: number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long before or after `now` something is, in words: "3 days ago", "in 2 hours", "just now". Rounds down. */
export function relativeTime(at: Date, now: Date) {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return "just now";
  const count = Math.floor(Math.abs(seconds) / step[1]);
  const words = `${count} ${step[0]}${count === 1 ? "" : "s"}`;
  return seconds < 0 ? `${words} ago` : `in ${words}`;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A date for people, in UTC so that server and browser agree: "23 November 2026", or with `time` "23 November 2026, 14:05 UTC". */
export function absoluteTime(at: Date, time = false) {
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return time ? `${day}, ${at.toISOString().slice(11, 16)} UTC` : day;
}
