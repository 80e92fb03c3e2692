import type * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { aliveByUid } from "./alive-by-uid";
import { elementOfItem, elementsIn, itemsEver } from "./elements-in";
import { isNewIn } from "./is-move";
import { attributesIn, piecesOf, type View } from "./pieces";
import { bringsBlocks, winnerOf } from "./take-back-copies";
import { nowView } from "./views";
import type { YoungWords } from "./young-words";

/**
 * Blocks that one took away a moment ago, and that somebody who did not know it yet brought back by moving
 * their section: while one moved the section oneself, so that nothing of the originals was left to compare.
 *
 * That nobody knew is shown by a neighbour in the same move of which another copy stands, or which gave way to
 * one already. What says something else than when it was taken away is left: somebody wrote in it. So are words
 * that stand nowhere else any more: losing is worse than doubling.
 *
 * @param but Blocks that are looked after already.
 */
export function revivedLines(
  change: Y.Transaction,
  young: YoungWords,
  but: ReadonlySet<Y.XmlElement>,
): Y.XmlElement[] {
  const { content } = draftParts(change.doc);
  const found: Y.XmlElement[] = [];
  // Most changes are letters in a block.
  if (!bringsBlocks(change)) return found;
  const runs = runsMadeIn(change, content);
  if (runs.length === 0) return found;
  const alive = aliveByUid(content);
  for (const { blocks, gaveWay } of runs) {
    const copies = blocks.map((block) => alive.get(uidOf(block, nowView) ?? "")?.length ?? 0);
    if (!gaveWay && !copies.some((count) => count > 1)) continue;
    blocks.forEach((block, place) => {
      const isKnown = copies[place] !== 1 || but.has(block);
      if (isKnown) return;
      if (isTakenAway(block, content, young) && isSaidElsewhere(block, content, alive))
        found.push(block);
    });
  }
  return found;
}

interface BroughtRun {
  blocks: Y.XmlElement[];
  /** Whether some of it was taken away again before it was told. */
  gaveWay: boolean;
}

/** Blocks that another brought in a change, those that stand beside each other together. */
function runsMadeIn(change: Y.Transaction, content: Y.XmlFragment): BroughtRun[] {
  const runs: BroughtRun[] = [];
  let run: BroughtRun | null = null;
  for (const item of itemsEver(content)) {
    if (item.id.client === change.doc.clientID || !isNewIn(change, item)) {
      // What was there and is gone stands between blocks in no text.
      if (!item.deleted) run = null;
      continue;
    }
    if (!run) runs.push((run = { blocks: [], gaveWay: false }));
    const block = elementOfItem(item);
    if (item.deleted) run.gaveWay = true;
    else if (block) run.blocks.push(block);
  }
  return runs;
}

/** Whether one took away a block with this uid that said the same. */
function isTakenAway(block: Y.XmlElement, content: Y.XmlFragment, young: YoungWords): boolean {
  const uid = uidOf(block, nowView);
  for (const item of itemsEver(content)) {
    const gone = item.deleted ? elementOfItem(item) : null;
    if (!gone) continue;
    const { value } = young.removed(item.id.client, item.id.clock);
    if (!value) continue;
    const then: View = ({ id, deleted }, clock) => {
      const removed = young.removed(id.client, clock);
      return { isThere: !deleted || removed.value?.turn === value.turn, to: removed.to };
    };
    if (uidOf(gone, then) === uid && saysIn(gone, then) === saysIn(block, nowView)) return true;
  }
  return false;
}

/** Whether the words of a block stand in another one, which it was joined to, and which will stay. */
function isSaidElsewhere(
  block: Y.XmlElement,
  content: Y.XmlFragment,
  alive: ReadonlyMap<string, Y.XmlElement[]>,
): boolean {
  const words = lettersIn(block);
  return elementsIn(content, nowView).some((other) => {
    const copies = alive.get(uidOf(other, nowView) ?? "") ?? [other];
    return other !== block && winnerOf(copies) === other && lettersIn(other).includes(words);
  });
}

const lettersIn = (block: Y.XmlElement): string =>
  piecesOf([block], nowView)
    .map(({ kind, word }) => (kind === "letter" ? word : "\n"))
    .join("")
    .replace(/^\n/, "");

const uidOf = (element: Y.XmlElement, view: View): string | null => {
  const { uid } = attributesIn(element, view);
  return typeof uid === "string" ? uid : null;
};

const saysIn = (element: Y.XmlElement, view: View): string =>
  piecesOf([element], view)
    .map(({ word }) => word)
    .join("");
