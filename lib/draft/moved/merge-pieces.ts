import { alignPieces, type Alignment } from "./align-pieces";
import type { Attributes, Piece } from "./pieces";

/** A piece of a merged text. */
export interface Part {
  piece: Piece;
  /** It comes from one's own text; else it stands in the copy already. */
  isNew: boolean;
  /** Marks to set or (null) to take off. */
  marks: Attributes | null;
}

export interface MergedLine {
  /** The begin of the line. */
  line: Piece;
  isNew: boolean;
  parts: Part[];
  /** What stands in the copy's line now. */
  before: Piece[];
}

export interface Merge {
  lines: MergedLine[];
  /** Lines of the copy that one joined to others, or took away. */
  gone: Piece[];
  /** One's own pieces, each with the one that says it in the copy already. */
  known: { own: Piece; copy: Piece }[];
  /** Lines whose words have no place in the copy. */
  stranded: string[];
}

/**
 * Does to the copy of a text what one did to the text: the difference between `base` and `mine`, piece by
 * piece. What others did to the copy stays. Where only one of losing and doubling can be avoided, nothing
 * is lost.
 *
 * @param base The text as whoever copied it saw it.
 * @param mine The same with what one did meanwhile.
 * @param isOwn Pieces of the copy that one wrote oneself: what one took away stood elsewhere.
 */
export function mergePieces(
  base: readonly Piece[],
  mine: readonly Piece[],
  copy: readonly Piece[],
  isOwn: (piece: Piece) => boolean = () => false,
): Merge {
  return new Merger(base, mine, copy, isOwn).merge();
}

class Merger {
  readonly #own: Alignment;
  readonly #theirs: Alignment;
  /** Pieces of one's own, by the place in the copy that they come behind. */
  readonly #inserted = new Map<number, Piece[]>();
  readonly #marks = new Map<number, Attributes>();
  readonly #removed = new Set<number>();
  readonly #stranded = new Set<string>();
  #cursor = -1;

  constructor(
    private readonly base: readonly Piece[],
    private readonly mine: readonly Piece[],
    private readonly copy: readonly Piece[],
    private readonly isOwn: (piece: Piece) => boolean,
  ) {
    this.#own = alignPieces(base, mine);
    this.#theirs = alignPieces(base, copy);
  }

  merge(): Merge {
    let [at, own] = [0, 0];
    while (at < this.base.length || own < this.mine.length) {
      if (own < this.mine.length && this.#own.from[own] === -1) {
        own = this.#bring(own, at);
      } else if (this.#own.to[at] === -1) {
        at = this.#takeAway(at);
      } else {
        this.#keep(at, own);
        [at, own] = [at + 1, own + 1];
      }
    }
    return { ...this.#lines(), known: this.#known(), stranded: [...this.#stranded] };
  }

  /** Brings a run of one's own pieces behind what is before them. */
  #bring(from: number, at: number): number {
    let end = from;
    while (end < this.mine.length && this.#own.from[end] === -1) end += 1;
    const run = this.mine.slice(from, end);
    const homeless = this.#homeless(from);
    if (homeless !== null) {
      const lines = run.findIndex(({ kind }) => kind === "line");
      const inLine = lines === -1 ? run : run.slice(0, lines);
      if (inLine.some(({ word }) => word.trim() !== "")) this.#stranded.add(homeless);
      run.splice(0, inLine.length);
    }
    if (run.length === 0) return end;
    const isBetweenLines =
      run[0]!.kind === "line" && (this.base[at] === undefined || this.base[at].kind === "line");
    if (isBetweenLines) {
      // New lines come behind what others wrote at the end of the one before.
      while (this.#isNewLetter(this.#cursor + 1)) this.#cursor += 1;
    }
    if (this.#cursor < 0) this.#cursor = 0;
    const known = this.#inserted.get(this.#cursor) ?? [];
    this.#inserted.set(this.#cursor, [...known, ...run]);
    return end;
  }

  #isNewLetter(place: number): boolean {
    const piece = this.copy[place];
    return piece !== undefined && piece.kind !== "line" && this.#theirs.from[place] === -1;
  }

  /** The words of the line that a piece of one's own stands in, when the copy has nothing of that line. */
  #homeless(own: number): string | null {
    if (this.mine[own]!.kind === "line") return null;
    let start = own;
    while (start > 0 && this.mine[start]!.kind !== "line") start -= 1;
    const at = this.#own.from[start]!;
    if (at === -1 || this.#theirs.to[at] !== -1) return null;
    let next = at + 1;
    while (next < this.base.length && this.base[next]!.kind !== "line") {
      if (this.#theirs.to[next] !== -1) return null;
      next += 1;
    }
    return wordsOf(lineAt(this.mine, start));
  }

  /** Takes away what one took away: whole runs, and no letters that are the same by chance. */
  #takeAway(at: number): number {
    const first = this.#theirs.to[at]!;
    let end = at + 1;
    if (first === -1) return end;
    const isRun = () =>
      end < this.base.length &&
      this.#own.to[end] === -1 &&
      this.#theirs.to[end] === first + (end - at);
    while (isRun()) end += 1;
    const isWhole =
      (at === 0 || this.#own.to[at - 1] !== -1) &&
      (end === this.base.length || this.#own.to[end] !== -1);
    if (isWhole || end - at >= SURE || this.base[at]!.kind === "line") {
      for (let place = first; place < first + (end - at); place++) {
        if (!this.isOwn(this.copy[place]!)) this.#removed.add(place);
      }
    }
    this.#cursor = first + (end - at) - 1;
    return end;
  }

  #keep(at: number, own: number): void {
    const place = this.#theirs.to[at]!;
    if (place === -1) return;
    this.#cursor = place;
    const [before, after] = [this.base[at]!.marks, this.mine[own]!.marks];
    if (before === after) return;
    const changes: Record<string, unknown> = {};
    for (const name of Object.keys({ ...before, ...after })) {
      const value = after[name] ?? null;
      const isMine = JSON.stringify(before[name] ?? null) !== JSON.stringify(value);
      const now = JSON.stringify(this.copy[place]!.marks[name] ?? null);
      if (isMine && now !== JSON.stringify(value)) changes[name] = value;
    }
    if (Object.keys(changes).length > 0) this.#marks.set(place, changes);
  }

  #lines(): { lines: MergedLine[]; gone: Piece[] } {
    const lines: MergedLine[] = [];
    const gone: Piece[] = [];
    const add = (part: Part) => {
      if (part.piece.kind !== "line") lines.at(-1)?.parts.push(part);
      else lines.push({ line: part.piece, isNew: part.isNew, parts: [], before: [] });
    };
    /** The line of the copy whose letters come now; it may have been joined to another. */
    let home: MergedLine | null = null;
    this.copy.forEach((piece, place) => {
      const isRemoved = this.#removed.has(place);
      if (piece.kind === "line") {
        home = null;
        if (isRemoved && this.#mayGo(place, lines.at(-1))) gone.push(piece);
        else {
          add({ piece, isNew: false, marks: null });
          home = lines.at(-1)!;
        }
      } else {
        home?.before.push(piece);
        const isAtHome = home !== null && lines.at(-1) === home;
        const marks = this.#marks.get(place) ?? null;
        if (!isRemoved) add({ piece, isNew: !isAtHome, marks });
      }
      for (const own of this.#inserted.get(place) ?? []) {
        add({ piece: own, isNew: true, marks: null });
      }
    });
    return { lines, gone };
  }

  /** Whether a line can go: it is empty then, or its words can stand in the line before. */
  #mayGo(place: number, before: MergedLine | undefined): boolean {
    let isEmpty = true;
    for (let next = place; next < this.copy.length; next++) {
      if (next > place && this.copy[next]!.kind === "line") break;
      if (next > place && !this.#removed.has(next)) isEmpty = false;
      if (this.#inserted.get(next)?.[0]?.kind !== "line" && this.#inserted.has(next)) {
        isEmpty = false;
      }
    }
    if (isEmpty) return true;
    return before !== undefined && isProse(before.line) === isProse(this.copy[place]!);
  }

  #known(): { own: Piece; copy: Piece }[] {
    return this.mine.flatMap((own, place) => {
      const at = this.#own.from[place]!;
      const copy = at === -1 ? undefined : this.copy[this.#theirs.to[at]!];
      return copy ? [{ own, copy }] : [];
    });
  }
}

/** So many letters in a row are not the same by chance. */
const SURE = 4;

const LITERAL = new Set(["message", "body", "codeBlock", "raw"]);

const isProse = (line: Piece) => !LITERAL.has(line.holders.at(-1)!.type);

/** The pieces of the line that begins at a place. */
function lineAt(pieces: readonly Piece[], start: number): Piece[] {
  const next = pieces.findIndex(({ kind }, place) => place > start && kind === "line");
  return pieces.slice(start + 1, next === -1 ? undefined : next);
}

export const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, word }) => (kind === "letter" ? word : " "))
    .join("")
    .trim();
