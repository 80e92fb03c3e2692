import { Fragment, type Node } from "@tiptap/pm/model";
import { NodeSelection, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";

/** What can be moved, copied and removed by itself. */
const UNITS = new Set(["listItem", "tableRow", "message", "response", "elision", "raw"]);

/**
 * The smallest thing around a place that can be moved by itself: a response, a message, a list item, a
 * row, else the block of the text.
 */
export function unitAt(doc: Node, pos: number): { pos: number; node: Node } | null {
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (depth === 1 || UNITS.has(node.type.name)) return { pos: $pos.before(depth), node };
  }
  const node = $pos.nodeAfter;
  return node ? { pos, node } : null;
}

/** Moves a node past its neighbour. Null when it is the first or last among them. */
export function moveUnit(state: EditorState, pos: number, by: -1 | 1): Transaction | null {
  const $pos = state.doc.resolve(pos);
  const node = $pos.nodeAfter;
  const index = $pos.index() + by;
  if (!node || index < 0 || index >= $pos.parent.childCount) return null;
  const neighbour = $pos.parent.child(index);
  // The title of an example stays on top.
  if (neighbour.type.name === "exampleTitle") return null;
  const start = by < 0 ? pos - neighbour.nodeSize : pos + neighbour.nodeSize;
  const offset = state.selection.from - pos;
  const tr = state.tr.delete(pos, pos + node.nodeSize).insert(start, node);
  return keepCaret(tr, start, node, offset).scrollIntoView();
}

/** Puts a copy behind a node. Its ids are its own to get. */
export function duplicateUnit(state: EditorState, pos: number): Transaction | null {
  const node = state.doc.nodeAt(pos);
  if (!node) return null;
  const start = pos + node.nodeSize;
  const tr = state.tr.insert(start, withoutId(node));
  return keepCaret(tr, start, node, 1).scrollIntoView();
}

/** Takes a block of the text to the end of a section's own blocks. */
export function moveToSection(
  state: EditorState,
  pos: number,
  headingUid: string,
): Transaction | null {
  const { doc } = state;
  const node = doc.nodeAt(pos);
  const target = endOfOwnBlocks(doc, headingUid);
  if (!node || target === null || doc.resolve(pos).depth > 0) return null;
  const start = target > pos ? target - node.nodeSize : target;
  const tr = state.tr.delete(pos, pos + node.nodeSize).insert(start, node);
  return keepCaret(tr, start, node, 1).scrollIntoView();
}

export function removeUnit(state: EditorState, pos: number): Transaction | null {
  const node = state.doc.nodeAt(pos);
  if (!node) return null;
  const tr = state.tr.delete(pos, pos + node.nodeSize);
  return tr.setSelection(
    TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), -1),
  );
}

function endOfOwnBlocks(doc: Node, uid: string): number | null {
  let end: number | null = null;
  let isInside = false;
  doc.forEach((node, pos) => {
    if (node.type.name === "heading") isInside = node.attrs["uid"] === uid;
    if (isInside) end = pos + node.nodeSize;
  });
  return end;
}

function withoutId(node: Node): Node {
  const children: Node[] = [];
  node.forEach((child) => children.push(child.isText ? child : withoutId(child)));
  const names = node.type.spec.attrs ?? {};
  const isTarget = node.type.name === "heading" || node.type.name === "example";
  const attrs = {
    ...node.attrs,
    ...("uid" in names ? { uid: null } : {}),
    ...(isTarget ? { id: null } : {}),
  };
  return node.type.create(attrs, Fragment.from(children), node.marks);
}

function keepCaret(tr: Transaction, start: number, node: Node, offset: number): Transaction {
  const inside = offset > 0 && offset < node.nodeSize;
  if (node.isLeaf && NodeSelection.isSelectable(node)) {
    return tr.setSelection(NodeSelection.create(tr.doc, start));
  }
  return tr.setSelection(TextSelection.near(tr.doc.resolve(start + (inside ? offset : 1))));
}
