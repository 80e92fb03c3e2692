import type { AuthoredBlock, AuthoredPiece } from "./authored-blocks";
import { CarriedWords } from "./carried-words";

/** Where the new words of a draft come from. Keys are uids of headings, "" for text before the first. */
export interface WordOrigins {
  /** Who wrote words that stand in a section now, wherever in the text they wrote them. */
  authors: Map<string, Set<string>>;
  /**
   * Sections that released words were taken from, by the section where they stand now, when they do not
   * say quite the same any more: somebody may have taken words away before they were moved.
   */
  takenFrom: Map<string, Set<string>>;
}

/**
 * Finds who wrote the words of each section, also when somebody else moved them there. A move is seen by
 * the words, because cutting and pasting writes them anew under another hand.
 *
 * @param before Blocks of the draft at the base, from `authoredBlocks`.
 * @param after Blocks at the candidate, from the same shared document.
 */
export function wordOrigins(
  before: readonly AuthoredBlock[],
  after: readonly AuthoredBlock[],
): WordOrigins {
  const origins: WordOrigins = { authors: new Map(), takenFrom: new Map() };
  const base = before.filter(isAlive);
  const sources = after.flatMap(versionsOf);
  const written = new CarriedWords(
    base.map(textNow),
    sources.map(({ pieces }) => pieces),
  );
  const standing = new Set(after.filter(isAlive).map(textNow));
  const gone = base.filter((block) => !standing.has(textNow(block)));
  const removed = new CarriedWords(
    [],
    gone.map((block) => block.pieces.filter(isAlive)),
  );
  const runs = after.filter(isAlive).flatMap((block) => newRuns(block));
  for (const { block, text, authors } of runs) {
    add(origins.authors, block.section, authors);
    if (written.isReleased(text)) continue;
    for (const source of written.sourcesOf(text)) {
      const version = sources[source.index]!;
      const isItself = version.block === block && version.until === Infinity;
      if (!isItself) add(origins.authors, block.section, source.authors);
    }
    const sections = removed.sourcesOf(text).map(({ index }) => gone[index]!.section);
    const others = sections.filter((section) => section !== block.section);
    add(origins.takenFrom, block.section, others);
  }
  return origins;
}

/** Deleting less at once than a short sentence carries nothing anywhere. */
const SHORT = 12;

/** A block as it stood until a moment; Infinity is now. */
interface Version {
  block: AuthoredBlock;
  until: number;
  pieces: AuthoredPiece[];
}

/** What a block of new words says now, and what it said each time before much of it was taken away. */
function versionsOf(block: AuthoredBlock): Version[] {
  if (!block.pieces.some(({ authors }) => authors !== null)) return [];
  const lost = new Map<number, number>();
  for (const { deletedAt, text } of block.pieces) {
    lost.set(deletedAt, (lost.get(deletedAt) ?? 0) + text.length);
  }
  const ends = [...lost.keys()].filter(
    (end) => end === Infinity || end === block.deletedAt || (end >= 0 && lost.get(end)! >= SHORT),
  );
  return ends.map((until) => ({
    block,
    until,
    pieces: block.pieces.filter(
      ({ insertedAt, deletedAt }) => insertedAt < until && deletedAt >= until,
    ),
  }));
}

const isAlive = ({ deletedAt }: { deletedAt: number }) => deletedAt === Infinity;

const textNow = ({ pieces }: AuthoredBlock) =>
  pieces
    .filter(isAlive)
    .map(({ text }) => text)
    .join("");

/** New words of a block that nothing older interrupts. */
interface Run {
  block: AuthoredBlock;
  text: string;
  authors: Set<string>;
}

function newRuns(block: AuthoredBlock): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const { text, authors } of block.pieces.filter(isAlive)) {
    if (authors === null) {
      open = null;
      continue;
    }
    if (!open) runs.push((open = { block, text: "", authors: new Set() }));
    open.text += text;
    // White space between blocks is nobody's word.
    if (text.trim() !== "") authors.forEach((author) => open?.authors.add(author));
  }
  return runs;
}

function add(map: Map<string, Set<string>>, key: string, values: Iterable<string>): void {
  const known = map.get(key) ?? new Set();
  for (const value of values) known.add(value);
  if (known.size > 0) map.set(key, known);
}
