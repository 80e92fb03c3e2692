import { alignPieces } from "./align-pieces";
import type { Piece } from "./pieces";

/** A stretch of a text with the stretch of the copy that shows it. */
export interface Run {
  base: Piece[];
  mine: Piece[];
  /** Empty when nothing of it is in the text any more. */
  copy: Piece[];
}

/**
 * Parts a text where its copy is parted: lines that stand one behind the other in both are one run. What was
 * moved to several places is compared place by place.
 */
export function splitRuns(
  base: readonly Piece[],
  mine: readonly Piece[],
  copy: readonly Piece[],
): Run[] {
  const wanted = new Set(base.flatMap((piece) => (piece.kind === "line" ? [piece.word] : [])));
  const lines = copy.flatMap((piece, place) =>
    piece.kind === "line" && wanted.has(piece.word) ? [{ word: piece.word, place }] : [],
  );
  const order = new Map(lines.map(({ word }, index) => [word, index]));
  const runs: { from: number; first: number; last: number }[] = [{ from: 0, first: -1, last: -1 }];
  base.forEach((piece, at) => {
    const index = piece.kind === "line" ? order.get(piece.word) : undefined;
    if (index === undefined) return;
    const run = runs.at(-1)!;
    if (run.first === -1) run.first = index;
    else if (run.last !== index - 1) return void runs.push({ from: at, first: index, last: index });
    run.last = index;
  });
  const own = alignPieces(base, mine).to;
  const inMine = (from: number) => {
    let at = from;
    while (at < base.length && own[at] === -1) at += 1;
    return at < base.length ? own[at]! : mine.length;
  };
  return runs.map(({ from, first, last }, index) => {
    const next = runs[index + 1];
    return {
      base: base.slice(from, next?.from),
      mine: mine.slice(index === 0 ? 0 : inMine(from), next ? inMine(next.from) : undefined),
      copy: first === -1 ? [] : copy.slice(lines[first]!.place, lines[last + 1]?.place),
    };
  });
}
