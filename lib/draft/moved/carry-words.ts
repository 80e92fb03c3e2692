import * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { adopt, rewritten } from "./adopt";
import { aliveByUid } from "./alive-by-uid";
import { asSeen } from "./as-seen";
import { carryAttributes } from "./carry-attributes";
import { mergePieces } from "./merge-pieces";
import { movedRegions, type Region } from "./moved-regions";
import { piecesOf, type Piece } from "./pieces";
import { revivedLines } from "./revived-lines";
import { strandedLines } from "./stranded-lines";
import { beforeView, nowView } from "./views";
import { writeMerge } from "./write-merge";
import type { YoungWords } from "./young-words";

export interface Carried {
  /** Uids of the blocks that own words were carried into. */
  into: string[];
  /** Own words whose block is gone, or which have no place in its copy: to be shown to their writer. */
  stranded: string[];
}

/** The origin of a change that carries words: nobody's undo takes it back. */
export const CARRY = "carry words";

/**
 * Brings what one did a moment ago into blocks that somebody else moved, or joined to others, meanwhile.
 *
 * In a shared document a move is a removal and the insertion of a copy. What one did to the original while
 * the mover could not know of it yet is gone with it. Whoever did it does it again to the copy, and nobody
 * else does, so that it happens once. The README of this folder says how.
 *
 * Call it in "afterTransaction", while what was removed can still be read.
 */
export function carryWords(change: Y.Transaction, young: YoungWords): Carried {
  const carried: Carried = { into: [], stranded: [] };
  const { content } = draftParts(change.doc);
  const regions = movedRegions(change, young);
  const known = new Set(regions.flatMap(({ copies }) => copies));
  const revived = revivedLines(change, young, known);
  if (regions.length + revived.length === 0) return carried;
  change.doc.transact(() => {
    for (const region of regions) new Carry(change, young, content, region, carried).run();
    for (const line of revived) removeBlock(content, line);
  }, CARRY);
  return carried;
}

class Carry {
  constructor(
    private readonly change: Y.Transaction,
    private readonly young: YoungWords,
    private readonly content: Y.XmlFragment,
    private readonly region: Region,
    private readonly carried: Carried,
  ) {}

  run(): void {
    const { blocks, copies, left } = this.region;
    const mine = piecesOf(blocks, beforeView(this.change));
    const copy = piecesOf(copies, nowView);
    const { base, runs } = asSeen(this.change, this.young, this.region, mine, copy);
    const placed = runs.filter((run) => run.copy.length > 0);
    const own = new Set(placed.flatMap((run) => run.mine.map(({ type }) => type)));
    for (const block of left) if (isAllIn(block, own)) removeBlock(this.content, block);
    for (const run of runs) {
      if (run.copy.length === 0) this.carried.stranded.push(...strandedLines(run.mine, base));
      else {
        const merge = mergePieces(
          run.base,
          run.mine,
          run.copy,
          ({ id }) => id.client === this.change.doc.clientID,
        );
        adopt(merge.known, this.young);
        const { clientID, store } = this.change.doc;
        const written = Y.getState(store, clientID);
        const now = performance.now();
        const unplaced = writeMerge(this.content, merge, (line, { parts }) => {
          const isWritten = ({ id }: Piece) => id.client === clientID && id.clock >= written;
          adopt(rewritten(parts, piecesOf([line], nowView).filter(isWritten)), this.young, now);
          this.#note(line);
        });
        this.carried.stranded.push(...merge.stranded, ...unplaced);
      }
    }
    const alive = aliveByUid(this.content);
    for (const block of blocks) {
      carryAttributes(this.change, this.young, alive, block).forEach((to) => this.#note(to));
    }
  }

  #note(line: Y.XmlElement): void {
    let element: Y.XmlElement | Y.XmlFragment | null = line;
    while (element instanceof Y.XmlElement) {
      const uid: unknown = element.getAttribute("uid");
      if (typeof uid === "string") {
        if (!this.carried.into.includes(uid)) this.carried.into.push(uid);
        return;
      }
      element = element.parent as Y.XmlFragment | null;
    }
  }
}

function removeBlock(content: Y.XmlFragment, block: Y.XmlElement): void {
  const place = content.toArray().indexOf(block);
  if (place >= 0) content.delete(place, 1);
}

function isAllIn(block: Y.XmlElement, lines: ReadonlySet<Piece["type"]>): boolean {
  return piecesOf([block], nowView).every(({ kind, type }) => kind !== "line" || lines.has(type));
}
