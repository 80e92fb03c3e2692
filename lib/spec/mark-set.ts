import type { MarkJson } from "./block-json";
import { canonicalJson } from "./canonical-json";
import { MARKS } from "./schema";

const RANK = new Map(Object.keys(MARKS).map((name, rank) => [name, rank]));

/**
 * Marks in the schema's order, each kind once; of tags, each name with its attributes once, in the
 * order of their canonical form (a shared document does not keep the order they were nested in).
 */
export function sortedMarks(marks: readonly MarkJson[]): MarkJson[] {
  if (marks.length < 2) return [...marks];
  const kept: MarkJson[] = [];
  for (const mark of marks) {
    const double = kept.some((other) =>
      mark.type === "tagged" ? sameMark(mark, other) : mark.type === other.type,
    );
    if (!double) kept.push(mark);
  }
  return kept.sort((a, b) => rankOf(a) - rankOf(b) || compare(canonicalJson(a), canonicalJson(b)));
}

/** A node with exactly these marks; without the key when there are none, as ProseMirror writes it. */
export function withMarks<N extends { marks?: MarkJson[] }>(
  node: N,
  marks: readonly MarkJson[],
): N {
  const copy = { ...node };
  if (marks.length > 0) copy.marks = [...marks];
  else delete copy.marks;
  return copy;
}

export function sameMark(a: MarkJson, b: MarkJson): boolean {
  if (a === b) return true;
  if (a.type !== b.type) return false;
  return !("attrs" in a) || canonicalJson(a) === canonicalJson(b);
}

export function sameMarks(a: readonly MarkJson[] = [], b: readonly MarkJson[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => sameMark(mark, b[index]!));
}

function rankOf(mark: MarkJson): number {
  return RANK.get(mark.type) ?? RANK.size;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
