import type * as Y from "yjs";
import { adopt } from "./adopt";
import { alignPieces } from "./align-pieces";
import { isMadeIn } from "./is-move";
import { mergePieces } from "./merge-pieces";
import { movedRegions } from "./moved-regions";
import { piecesOf } from "./pieces";
import { splitRuns } from "./split-runs";
import { winnerOf } from "./take-back-copies";
import { baseView, beforeView, nowView } from "./views";
import type { YoungWords } from "./young-words";

/**
 * When one moves what one wrote a moment ago, the copy of it is as young. What one only wrote anew behind a
 * broken line is not: those words were there before.
 */
export function followWords(change: Y.Transaction, young: YoungWords): void {
  // One's words are in the copy that was made now, also where another one of the same block will stay.
  const madeNow = (copies: readonly Y.XmlElement[]) =>
    copies.find((copy) => isMadeIn(change, copy)) ?? winnerOf(copies);
  for (const { blocks, copies } of movedRegions(change, young, madeNow)) {
    const mine = piecesOf(blocks, beforeView(change));
    const base = piecesOf(blocks, baseView(change, young, new Set(), 0));
    const { from } = alignPieces(base, mine);
    const written = new Set(mine.filter((_, place) => from[place] === -1));
    for (const run of splitRuns(mine, mine, piecesOf(copies, nowView))) {
      const { known } = mergePieces(run.base, run.mine, run.copy);
      adopt(
        known.filter(({ own }) => written.has(own)),
        young,
      );
    }
  }
}
