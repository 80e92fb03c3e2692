import * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { aliveByUid } from "./alive-by-uid";
import { alignPieces } from "./align-pieces";
import { elementsIn } from "./elements-in";
import { fitOf } from "./fit";
import { isMadeIn } from "./is-move";
import { mergePieces, wordsOf, type Part } from "./merge-pieces";
import { attributesIn, piecesOf, type Piece } from "./pieces";
import { movedRegions, type Region } from "./moved-regions";
import { revivedLines } from "./revived-lines";
import { splitRuns, type Run } from "./split-runs";
import { winnerOf } from "./take-back-copies";
import { baseView, beforeView, nowView } from "./views";
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
    const { base, runs } = this.#asSeen(mine, copy);
    const placed = runs.filter((run) => run.copy.length > 0);
    const own = new Set(placed.flatMap((run) => run.mine.map(({ type }) => type)));
    for (const block of left) if (isAllIn(block, own)) removeBlock(this.content, block);
    for (const run of runs) {
      if (run.copy.length === 0) this.#strand(run.mine, base);
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
    blocks.forEach((block) => this.#attributes(block));
  }

  /** The text as the mover saw it: of one's own turns the first few, those that the copy is nearest to. */
  #asSeen(mine: readonly Piece[], copy: readonly Piece[]): { base: Piece[]; runs: Run[] } {
    const { blocks, left, turns } = this.region;
    const guesses = [0, ...turns].map((seen) => {
      const base = piecesOf(blocks, baseView(this.change, this.young, left, seen));
      const runs = splitRuns(base, mine, copy);
      const fits = runs.map((run) => fitOf(run.base, run.copy, (piece) => this.#isKilled(piece)));
      const far = fits.reduce((sum, fit) => sum + fit.far, 0);
      const isProven = runs.every((run, at) => run.copy.length === 0 || fits[at]!.isProven);
      return { base, runs, far, isProven: seen === 0 || isProven };
    });
    return guesses
      .filter(({ isProven }) => isProven)
      .reduce((best, guess) => (guess.far < best.far ? guess : best));
  }

  /** Whether a piece is young and went with its block. */
  #isKilled({ id, type }: Piece): boolean {
    return type._item!.deleted && this.young.written(id.client, id.clock).value !== null;
  }

  /** Keeps the words of lines that one wrote in for their writer: they have no place any more. */
  #strand(mine: readonly Piece[], base: readonly Piece[]): void {
    const known = new Set(base.map(({ id }) => `${id.client}:${id.clock}`));
    let line: Piece[] = [];
    let isOwn = false;
    const close = () => {
      const words = wordsOf(line);
      if (isOwn && words !== "") this.carried.stranded.push(words);
      [line, isOwn] = [[], false];
    };
    for (const piece of mine) {
      if (piece.kind === "line") close();
      line.push(piece);
      const isThere = !piece.type._item!.deleted;
      isOwn ||= !isThere && !known.has(`${piece.id.client}:${piece.id.clock}`);
    }
    close();
  }

  /** What one set on a block: its authority, the verdict of an answer. */
  #attributes(element: Y.XmlElement): void {
    const view = beforeView(this.change);
    const { uid, ...attributes } = attributesIn(element, view);
    const alive = typeof uid === "string" ? aliveByUid(this.content).get(uid) : undefined;
    const to = alive ? winnerOf(alive) : null;
    for (const [name, value] of Object.entries(attributes)) {
      // How deep a section stands is what a move is about.
      if (!to || to === element || name === "level" || to.nodeName !== element.nodeName) continue;
      const item = element._map.get(name);
      if (!item || !this.young.written(item.id.client, item.id.clock).value) continue;
      if (JSON.stringify(to.getAttribute(name)) === JSON.stringify(value)) continue;
      to.setAttribute(name, value as string);
      this.#note(to);
    }
    for (const inner of elementsIn(element, view)) this.#attributes(inner);
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

/** One's own pieces, each with the one that was written for it now. */
function rewritten(
  parts: readonly Part[],
  written: readonly Piece[],
): { own: Piece; copy: Piece }[] {
  const letters = written.filter(({ kind }) => kind !== "line");
  const brought = parts.filter(({ isNew }) => isNew).map(({ piece }) => piece);
  // A line with something new among its letters is written as a whole.
  const own = brought.length === letters.length ? brought : parts.map(({ piece }) => piece);
  const isSame =
    own.length === letters.length && own.every(({ word }, at) => word === letters[at]!.word);
  return isSame ? own.map((piece, at) => ({ own: piece, copy: letters[at]! })) : [];
}

/** @param at When the copy was made, if not long ago: from then on others may not know it. */
function adopt(
  known: readonly { own: Piece; copy: Piece }[],
  young: YoungWords,
  at?: number,
): void {
  for (const { own, copy } of known) {
    if (own.id.client === copy.id.client && own.id.clock === copy.id.clock) continue;
    const { value } = young.written(own.id.client, own.id.clock);
    if (value) young.adopt(copy.id, copy.length, { ...value, at: at ?? value.at });
  }
}
