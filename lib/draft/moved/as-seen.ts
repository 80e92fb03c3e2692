import type * as Y from "yjs";
import { fitOf } from "./fit";
import type { Region } from "./moved-regions";
import { piecesOf, type Piece } from "./pieces";
import { splitRuns, type Run } from "./split-runs";
import { baseView } from "./views";
import type { YoungWords } from "./young-words";

/**
 * The text as the mover saw it: of one's own turns the first few, those that the copy is nearest to.
 *
 * @param mine The text as one has it.
 * @param copy The text as the mover left it.
 * @returns The pieces that the mover saw, and the runs in which all three belong together.
 */
export function asSeen(
  change: Y.Transaction,
  young: YoungWords,
  { blocks, left, turns }: Region,
  mine: readonly Piece[],
  copy: readonly Piece[],
): { base: Piece[]; runs: Run[] } {
  // Young, and gone with its block.
  const isKilled = ({ id, type }: Piece) =>
    type._item!.deleted && young.written(id.client, id.clock).value !== null;
  const guesses = [0, ...turns].map((seen) => {
    const base = piecesOf(blocks, baseView(change, young, left, seen));
    const runs = splitRuns(base, mine, copy);
    const fits = runs.map((run) => fitOf(run.base, run.copy, isKilled));
    const far = fits.reduce((sum, fit) => sum + fit.far, 0);
    const isProven = runs.every((run, at) => run.copy.length === 0 || fits[at]!.isProven);
    return { base, runs, far, isProven: seen === 0 || isProven };
  });
  return guesses
    .filter(({ isProven }) => isProven)
    .reduce((best, guess) => (guess.far < best.far ? guess : best));
}
