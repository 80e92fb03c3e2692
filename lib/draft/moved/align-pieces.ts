import { commonRuns } from "@/lib/diff/text/common-run";
import type { Piece } from "./pieces";

/** For each piece of one row its partner in another, -1 where it has none; and the way back. */
export interface Alignment {
  to: Int32Array;
  from: Int32Array;
}

/**
 * Lays two states of one text beside each other: what is the same piece of the shared document first, then
 * between those what says the same, so that words that were written anew behind a broken line are seen to
 * be the words that stood before it.
 */
export function alignPieces(a: readonly Piece[], b: readonly Piece[]): Alignment {
  const to = new Int32Array(a.length).fill(-1);
  const from = new Int32Array(b.length).fill(-1);
  const pair = (x: number, y: number) => {
    to[x] = y;
    from[y] = x;
  };
  const numbers = new Map<string, number>();
  const numbersOf = (pieces: readonly Piece[]) =>
    pieces.map(({ word }) => {
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      return numbers.get(word)!;
    });
  const places = new Map(b.map((piece, place) => [identity(piece), place]));
  let [x, y] = [0, 0];
  const between = (xEnd: number, yEnd: number) => {
    const runs = commonRuns(numbersOf(a.slice(x, xEnd)), numbersOf(b.slice(y, yEnd)));
    for (const run of runs) {
      for (let at = 0; at < run.length; at++) pair(x + run.a + at, y + run.b + at);
    }
    [x, y] = [xEnd, yEnd];
  };
  a.forEach((piece, place) => {
    const same = places.get(identity(piece));
    if (same === undefined || same < y) return;
    between(place, same);
    pair(place, same);
    [x, y] = [place + 1, same + 1];
  });
  between(a.length, b.length);
  return { to, from };
}

const identity = ({ id, word }: Piece) => `${id.client}:${id.clock} ${word}`;
