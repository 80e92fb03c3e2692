import type { MarkJson } from "@/lib/spec/block-json";
import type { InlineItem } from "./inline-items";

/** A run of `*`, `_` or `~~` that may open or close a mark. A node of a doubly linked list. */
export interface Delimiter {
  item: InlineItem;
  marker: "*" | "_" | "~";
  length: number;
  /** Its number in the order of the text. */
  position: number;
  /** How many of the run are not used up yet. */
  left: number;
  canOpen: boolean;
  canClose: boolean;
  before: Delimiter | null;
  after: Delimiter | null;
}

/**
 * Pairs the runs above `bottom` into marks, by CommonMark's algorithm ("process emphasis", appendix
 * of the specification). Linear: for every kind of closer it remembers below which run no opener is
 * left.
 *
 * @param last The newest run; null when there is none.
 * @param bottom The run to stop at: runs up to it belong to the text outside a pair of brackets.
 */
export function pairDelimiters(last: Delimiter | null, bottom: Delimiter | null): void {
  const exhausted = new Map<string, number>();
  let closer = firstAbove(last, bottom);
  while (closer) {
    if (!closer.canClose) {
      closer = closer.after;
      continue;
    }
    const kind = `${closer.marker}${closer.canOpen}${closer.length % 3}`;
    const opener = openerFor(closer, Math.max(bottom?.position ?? -1, exhausted.get(kind) ?? -1));
    if (opener) {
      closer = join(opener, closer);
    } else {
      exhausted.set(kind, closer.before?.position ?? -1);
      const next: Delimiter | null = closer.after;
      if (!closer.canOpen) unlink(closer);
      closer = next;
    }
  }
}

function firstAbove(last: Delimiter | null, bottom: Delimiter | null): Delimiter | null {
  if (last === bottom) return null;
  let first = last;
  while (first && first.before !== bottom) first = first.before;
  return first;
}

/** The nearest run above `floor` that opens what the closer closes. */
function openerFor(closer: Delimiter, floor: number): Delimiter | null {
  let opener = closer.before;
  while (opener && opener.position > floor) {
    if (opener.marker === closer.marker && opener.canOpen && agree(opener, closer)) return opener;
    opener = opener.before;
  }
  return null;
}

/** The rule of three: `**foo*bar***` must not pair runs that could both do both. */
function agree(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.marker === "~") return true;
  if (!opener.canClose && !closer.canOpen) return true;
  return (opener.length + closer.length) % 3 !== 0 || closer.length % 3 === 0;
}

/** Makes one mark of two runs and drops what stood between them. Returns where to go on. */
function join(opener: Delimiter, closer: Delimiter): Delimiter | null {
  const used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
  const mark = markOf(opener.marker, used);
  opener.item.opens.unshift(mark);
  closer.item.closes += 1;
  opener.after = closer;
  closer.before = opener;
  spend(opener, used);
  spend(closer, used);
  if (opener.left === 0) unlink(opener);
  if (closer.left > 0) return closer;
  const next = closer.after;
  unlink(closer);
  return next;
}

function markOf(marker: string, used: number): MarkJson {
  if (marker === "~") return { type: "strike" };
  return { type: used === 2 ? "strong" : "em" };
}

function spend(delimiter: Delimiter, used: number): void {
  delimiter.left -= used;
  delimiter.item.text = delimiter.marker.repeat(delimiter.left);
}

function unlink(delimiter: Delimiter): void {
  if (delimiter.before) delimiter.before.after = delimiter.after;
  if (delimiter.after) delimiter.after.before = delimiter.before;
}
