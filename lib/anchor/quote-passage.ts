import { findSameWords } from "./find-quote";
import type { Passage } from "./passages";
import type { PassageTarget } from "./target";

/** As much of the surroundings as tells two equal quotes apart. */
const AROUND = 48;

/** A passage target for the words from `start` to `end` of a passage. */
export function passageTarget(passage: Passage, start: number, end: number): PassageTarget {
  const { uid, part, text } = passage;
  const quote = {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  };
  return { kind: "passage", uid, part, quote, start, end };
}

/**
 * The target of words that were selected on a page, which shows dashes and quotation marks in its own
 * way.
 *
 * @param passages The passages of the block that the selection began in.
 * @returns Null when the words do not stand there.
 */
export function quotePassage(
  passages: readonly Passage[],
  selected: { exact: string; prefix: string; suffix: string },
): PassageTarget | null {
  for (const passage of passages) {
    const match = findSameWords(passage.search, selected);
    if (match) return passageTarget(passage, match.start, match.end);
  }
  return null;
}
