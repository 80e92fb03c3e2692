import { wordsOf } from "./merge-pieces";
import type { Piece } from "./pieces";

/**
 * The words of lines that one wrote in and that have no place any more, to be kept for their writer.
 *
 * @param mine The text as one has it.
 * @param base The text as the mover saw it.
 */
export function strandedLines(mine: readonly Piece[], base: readonly Piece[]): string[] {
  const known = new Set(base.map(({ id }) => `${id.client}:${id.clock}`));
  const stranded: string[] = [];
  let line: Piece[] = [];
  let isOwn = false;
  const close = () => {
    const words = wordsOf(line);
    if (isOwn && words !== "") stranded.push(words);
    [line, isOwn] = [[], false];
  };
  for (const piece of mine) {
    if (piece.kind === "line") close();
    line.push(piece);
    const isThere = !piece.type._item!.deleted;
    isOwn ||= !isThere && !known.has(`${piece.id.client}:${piece.id.clock}`);
  }
  close();
  return stranded;
}
