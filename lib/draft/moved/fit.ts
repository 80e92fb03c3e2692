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
  if (first === -1) return false;
  for (let at = from; at < end; at++) if (to[at] !== first + (at - from)) return false;
  const isEnd = (piece: Piece | undefined) => piece === undefined || piece.kind === "line";
  const last = first + (end - from) - 1;
  const isAfter = from > 0 && to[from - 1] === first - 1;
  const isBefore = isEnd(guess[end]) ? isEnd(copy[last + 1]) : to[end] === last + 1;
  return (isAfter && isBefore) || ((isAfter || isBefore) && end - from >= SURE);
}
