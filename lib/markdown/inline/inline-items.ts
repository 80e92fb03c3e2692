import type { InlineJson, MarkJson, TextJson } from "@/lib/spec/block-json";
import { sortedMarks, sameMarks } from "@/lib/spec/mark-set";

/** A piece of a line while it is read: marks end before its text and begin after it. */
export interface InlineItem {
  closes: number;
  text: string;
  node: InlineJson | null;
  opens: MarkJson[];
}

export function textItem(text: string): InlineItem {
  return { closes: 0, text, node: null, opens: [] };
}

export function nodeItem(node: InlineJson): InlineItem {
  return { closes: 0, text: "", node, opens: [] };
}

/** Lays the pieces out as nodes with marks; neighbouring texts with equal marks become one. */
export function nodesOf(items: readonly InlineItem[]): InlineJson[] {
  const nodes: InlineJson[] = [];
  const active: MarkJson[] = [];
  for (const item of items) {
    active.length -= item.closes;
    if (item.text) pushText(nodes, item.text, sortedMarks(active));
    if (item.node) pushNode(nodes, item.node, active);
    active.push(...item.opens);
  }
  return nodes;
}

function pushNode(nodes: InlineJson[], node: InlineJson, active: readonly MarkJson[]): void {
  const marks = sortedMarks([...active, ...(node.marks ?? [])]);
  if (node.type === "text") pushText(nodes, node.text, marks);
  else nodes.push(withMarks(node, marks));
}

function pushText(nodes: InlineJson[], text: string, marks: MarkJson[]): void {
  const last = nodes.at(-1);
  if (last?.type === "text" && sameMarks(last.marks, marks)) last.text += text;
  else nodes.push(withMarks<TextJson>({ type: "text", text }, marks));
}

function withMarks<N extends InlineJson>(node: N, marks: MarkJson[]): N {
  const { marks: _, ...rest } = node;
  return (marks.length > 0 ? { ...rest, marks } : rest) as N;
}
