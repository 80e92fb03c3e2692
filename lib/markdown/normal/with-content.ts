import type { NodeJson, TextJson } from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { unifyLineEnds } from "../lines";

/** Maps nodes to none, one or itself, and keeps the array when nothing changed. */
export function mapOrSame<T>(items: T[], change: (item: T) => T | null): T[] {
  let changed = false;
  const next: T[] = [];
  for (const item of items) {
    const result = change(item);
    if (result !== item) changed = true;
    if (result !== null) next.push(result);
  }
  return changed ? next : items;
}

/** A node with other content; the same node when the content is the same. */
export function withContent<N extends NodeJson>(node: N, content: readonly NodeJson[]): N {
  if (content === node.content || (content.length === 0 && !node.content?.length)) return node;
  const copy = { ...node };
  if (content.length > 0) copy.content = [...content];
  else delete copy.content;
  return copy;
}

/** Literal text in one node without marks, "\n" as its only line end. */
export function withLiteral<N extends NodeJson>(node: N): N {
  const [only, second] = node.content ?? [];
  const text = literalText(node);
  if (only && !second && !only.marks && !text.includes("\r")) return node;
  const content: TextJson[] = text === "" ? [] : [{ type: "text", text: unifyLineEnds(text) }];
  return withContent(node, content);
}
