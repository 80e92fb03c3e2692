import type { Part } from "./merge-pieces";
import type { Piece } from "./pieces";
import type { YoungWords } from "./young-words";

/**
 * Copies of one's words are as young as the words.
 *
 * @param at When the copy was made, if not long ago: from then on others may not know it.
 */
export function adopt(
  known: readonly { own: Piece; copy: Piece }[],
  young: YoungWords,
  at?: number,
): void {
  for (const { own, copy } of known) {
    if (own.id.client === copy.id.client && own.id.clock === copy.id.clock) continue;
    const { value } = young.written(own.id.client, own.id.clock);
    if (value) young.adopt(copy.id, copy.length, { ...value, at: at ?? value.at });
  }
}

/** One's own pieces, each with the one that was written for it now. */
export function rewritten(
  parts: readonly Part[],
  written: readonly Piece[],
): { own: Piece; copy: Piece }[] {
  const letters = written.filter(({ kind }) => kind !== "line");
  const brought = parts.filter(({ isNew }) => isNew).map(({ piece }) => piece);
  // A line with something new among its letters is written as a whole.
  const own = brought.length === letters.length ? brought : parts.map(({ piece }) => piece);
  const isSame =
    own.length === letters.length && own.every(({ word }, at) => word === letters[at]!.word);
  return isSame ? own.map((piece, at) => ({ own: piece, copy: letters[at]! })) : [];
}
