import { alignPieces } from "./align-pieces";
import type { Piece } from "./pieces";

/** How a guess at what a mover saw fits the copy that the mover made. */
export interface Fit {
  /** How many pieces have no partner. */
  far: number;
  /** Whether all that is in doubt stands in the copy, between the same neighbours. */
  isProven: boolean;
}

/** So many letters in a row that one side proves are not the same by chance. */
const SURE = 4;

/**
 * Compares a guess with the copy. Letters in doubt may stand in the copy by chance, because somebody else
 * began a word alike in the same place: few of them prove something only between the same neighbours.
 */
export function fitOf(
  guess: readonly Piece[],
  copy: readonly Piece[],
  isInDoubt: (piece: Piece) => boolean,
): Fit {
  const { to } = alignPieces(guess, copy);
  const paired = to.reduce((sum, partner) => sum + (partner === -1 ? 0 : 1), 0);
  let isProven = true;
  for (let from = 0; from < guess.length; from++) {
    if (!isInDoubt(guess[from]!)) continue;
    let end = from + 1;
    while (end < guess.length && isInDoubt(guess[end]!)) end += 1;
    if (!isRunProven(guess, copy, to, from, end)) isProven = false;
    from = end;
  }
  return { far: guess.length + copy.length - 2 * paired, isProven };
}

function isRunProven(
  guess: readonly Piece[],
  copy: readonly Piece[],
  to: Int32Array,
  from: number,
  end: number,
): boolean {
  const first = to[from]!;
  const last = to[end - 1]!;
  if (first === -1) return false;
  // Somebody may have written into a long run since; what is left of it on both sides must be long too.
  let start = from;
  for (let at = from + 1; at < end; at++) {
    if (to[at] === -1) return false;
    if (to[at] === to[at - 1]! + 1) continue;
    if (at - start < SURE) return false;
    start = at;
  }
  if (start > from && end - start < SURE) return false;
  const isEnd = (piece: Piece | undefined) => piece === undefined || piece.kind === "line";
  const isAfter = from > 0 && to[from - 1] === first - 1;
  const isBefore = isEnd(guess[end]) ? isEnd(copy[last + 1]) : to[end] === last + 1;
  return (isAfter && isBefore) || ((isAfter || isBefore) && end - from >= SURE);
}
