import type { InlineJson, MarkJson } from "@/lib/spec/block-json";
import { sameMark } from "@/lib/spec/mark-set";

/** A stretch of nodes that one pair of signs goes around. */
export interface Segment {
  mark: MarkJson;
  from: number;
  /** Index of its last node. */
  to: number;
}

/**
 * Lays marks out as Markdown must write them, one inside the other: what lasts longest opens first, and
 * a mark that overlaps another is closed with it and opened again.
 *
 * @returns Segments in the order they open.
 */
export function nestMarks(content: readonly InlineJson[]): Segment[] {
  const segments: Segment[] = [];
  const open: Segment[] = [];
  content.forEach((node, index) => {
    const wanted = nestingMarks(node);
    const end = open.findIndex(({ mark }) => !wanted.some((other) => sameMark(mark, other)));
    if (end >= 0) for (const segment of open.splice(end)) segment.to = index - 1;
    const fresh = wanted.filter((mark) => !open.some((segment) => sameMark(segment.mark, mark)));
    const reach = new Map(fresh.map((mark) => [mark, reachOf(mark, content, index)]));
    for (const mark of fresh.sort((a, b) => reach.get(b)! - reach.get(a)!)) {
      const segment = { mark, from: index, to: content.length - 1 };
      open.push(segment);
      segments.push(segment);
    }
  });
  return segments;
}

/** Marks that open and close around content; code is written with the text itself. */
function nestingMarks(node: InlineJson | undefined): MarkJson[] {
  return (node?.marks ?? []).filter((mark) => mark.type !== "code" && mark.type !== "tagged");
}

function reachOf(mark: MarkJson, content: readonly InlineJson[], from: number): number {
  let reach = from;
  while (nestingMarks(content[reach + 1]).some((other) => sameMark(mark, other))) reach++;
  return reach;
}
