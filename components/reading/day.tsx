import { dayWords } from "./day-words";

/** A date in words. */
export function Day({ at }: { at: Date }) {
  return <time dateTime={at.toISOString().slice(0, 10)}>{dayWords(at)}</time>;
}
