import type * as Y from "yjs";
import { CARRY, carryWords, type Carried } from "@/lib/draft/moved/carry-words";
import { followWords } from "@/lib/draft/moved/follow-words";
import { isMove } from "@/lib/draft/moved/is-move";
import { OwnCopies, TAKE_BACK } from "@/lib/draft/moved/take-back-copies";
import { YoungWords } from "@/lib/draft/moved/young-words";

/** For how long after it was saved something may still be unknown to somebody who moves it. */
const YOUNG_MS = 20_000;

export interface OwnWordsOptions {
  /** Whether everything written here is on the server. */
  isSaved: () => boolean;
  onCarried: (carried: Carried) => void;
}

/**
 * Looks after what one wrote a moment ago: when somebody moves the block it stands in without having seen
 * it, it is carried into the moved block (`lib/draft/moved`); when the block is gone, it is told.
 *
 * @returns How to stop.
 */
export function watchOwnWords(ydoc: Y.Doc, { isSaved, onCarried }: OwnWordsOptions): () => void {
  const young = new YoungWords(ydoc);
  const copies = new OwnCopies(ydoc);
  const changed = (change: Y.Transaction) => {
    const isTakenBack = change.origin === TAKE_BACK;
    if (change.local && !isTakenBack) {
      if (change.origin !== CARRY && isMove(change)) followWords(change, young);
      else young.note(change);
      return;
    }
    const recently = performance.now() - YOUNG_MS;
    if (!change.local && isSaved()) young.forgetBefore(recently);
    if (!young.isEmpty) {
      const carried = carryWords(change, young);
      if (carried.into.length + carried.stranded.length > 0) onCarried(carried);
    }
    if (change.local) return;
    copies.bringAgain(change, recently);
    copies.takeBack(change);
  };
  ydoc.on("afterTransaction", changed);
  return () => ydoc.off("afterTransaction", changed);
}
