import type { Node } from "@tiptap/pm/model";

/** Where a section stands: its heading, its own blocks and all sections under it. */
export interface SectionPlace {
  /** Places among the blocks of the text: the heading's, and the one after the last block. */
  index: number;
  end: number;
  /** The same as positions. */
  from: number;
  to: number;
  level: number;
}

/** The section whose heading has this uid, null when there is none. */
export function findSection(doc: Node, uid: string): SectionPlace | null {
  let found: SectionPlace | null = null;
  let done = false;
  doc.forEach((node, pos, index) => {
    if (done) return;
    if (found && node.type.name === "heading" && Number(node.attrs["level"]) <= found.level) {
      done = true;
      return;
    }
    if (found) found = { ...found, end: index + 1, to: pos + node.nodeSize };
    else if (node.type.name === "heading" && node.attrs["uid"] === uid) {
      const level = Number(node.attrs["level"]);
      found = { index, end: index + 1, from: pos, to: pos + node.nodeSize, level };
    }
  });
  return found;
}

/** The heading that a place in the text stands under, null before the first one. */
export function headingAt(doc: Node, pos: number): { node: Node; pos: number } | null {
  const { index } =
    doc.childCount === 0 ? { index: 0 } : doc.childBefore(Math.min(pos + 1, doc.content.size));
  for (let place = Math.min(index, doc.childCount - 1); place >= 0; place--) {
    const node = doc.child(place);
    if (node.type.name === "heading") return { node, pos: positionOf(doc, place) };
  }
  return null;
}

/** Where the block at a place among the blocks begins. */
export function positionOf(doc: Node, index: number): number {
  let pos = 0;
  for (let place = 0; place < index; place++) pos += doc.child(place).nodeSize;
  return pos;
}
