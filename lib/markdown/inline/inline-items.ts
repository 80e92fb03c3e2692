import type { InlineJson, MarkJson, TextJson } from "@/lib/spec/block-json";
import { sameMarks, sortedMarks, withMarks } from "@/lib/spec/mark-set";

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
  const active = new ActiveMarks();
  for (const item of items) {
    active.close(item.closes);
    if (item.text) pushText(nodes, item.text, active.marks());
    if (item.node) pushNode(nodes, item.node, active.marks());
    active.open(item.opens);
  }
  return nodes;
}

/**
 * The marks that are open at a place. Counts them by kind: emphasis can be nested in itself a thousand
 * times without meaning more. Links are never nested.
 */
class ActiveMarks {
  readonly #stack: MarkJson[] = [];
  readonly #depth = new Map<MarkJson["type"], number>();
  #link: MarkJson | null = null;
  #marks: readonly MarkJson[] | null = [];

  open(marks: readonly MarkJson[]): void {
    for (const mark of marks) {
      this.#stack.push(mark);
      if (mark.type === "link") this.#link = mark;
      this.#count(mark.type, 1);
    }
  }

  close(count: number): void {
    for (let left = count; left > 0; left--) {
      const mark = this.#stack.pop();
      if (mark) this.#count(mark.type, -1);
    }
  }

  marks(): readonly MarkJson[] {
    this.#marks ??= sortedMarks(this.#open());
    return this.#marks;
  }

  #open(): MarkJson[] {
    const kinds = [...this.#depth].filter(([, depth]) => depth > 0).map(([type]) => type);
    return kinds.map((type) => (type === "link" ? this.#link! : ({ type } as MarkJson)));
  }

  #count(type: MarkJson["type"], change: number): void {
    const before = this.#depth.get(type) ?? 0;
    this.#depth.set(type, before + change);
    if (before === 0 || before + change === 0) this.#marks = null;
  }
}

function pushNode(nodes: InlineJson[], node: InlineJson, active: readonly MarkJson[]): void {
  const marks = node.marks ? sortedMarks([...active, ...node.marks]) : active;
  if (node.type === "text") pushText(nodes, node.text, marks);
  else nodes.push(withMarks(node, marks));
}

function pushText(nodes: InlineJson[], text: string, marks: readonly MarkJson[]): void {
  const last = nodes.at(-1);
  if (last?.type === "text" && sameMarks(last.marks, marks)) last.text += text;
  else nodes.push(withMarks<TextJson>({ type: "text", text }, marks));
}
