import type { NodeJson } from "./block-json";

/**
 * Visits nodes in document order, parents before children. Iterative, so that a deep document from
 * outside cannot exhaust the stack.
 *
 * @param visit Return false to leave out what is inside a node.
 */
export function walk(
  nodes: readonly NodeJson[],
  visit: (node: NodeJson, depth: number) => boolean | void,
): void {
  const pending: { node: NodeJson; depth: number }[] = [];
  pushAll(pending, nodes, 1);
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (visit(next.node, next.depth) === false) continue;
    if (next.node.content) pushAll(pending, next.node.content, next.depth + 1);
  }
}

function pushAll(
  pending: { node: NodeJson; depth: number }[],
  nodes: readonly NodeJson[],
  depth: number,
): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    pending.push({ node: nodes[index]!, depth });
  }
}
