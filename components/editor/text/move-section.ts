import type { Node } from "@tiptap/pm/model";
import { TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { findSection, positionOf, type SectionPlace } from "./sections";

export type SectionMove =
  | { kind: "up" | "down" | "in" | "out" }
  /** Beside or under another section, as one drops it. */
  | { kind: "before" | "after" | "inside"; target: string };

/**
 * Moves a section with everything under it. Ids and uids stay, so threads and references follow.
 *
 * In the shared document the fewest blocks travel: those that were passed, when they are fewer than
 * those that were moved.
 *
 * @returns Null when there is nowhere to go.
 */
export function moveSection(
  state: EditorState,
  uid: string,
  move: SectionMove,
): Transaction | null {
  const { doc } = state;
  const section = findSection(doc, uid);
  if (!section) return null;
  switch (move.kind) {
    case "in":
    case "out":
      return shiftLevels(state, section, move.kind === "in" ? 1 : -1);
    case "up": {
      const before = siblingBefore(doc, section);
      return before === null ? null : relocate(state, section, before, 0);
    }
    case "down": {
      const after = siblingAfter(doc, section);
      return after === null ? null : relocate(state, section, after, 0);
    }
    default: {
      const target = move.target === uid ? null : findSection(doc, move.target);
      const isInside = target && target.index >= section.index && target.index < section.end;
      if (!target || isInside) return null;
      const level = move.kind === "inside" ? target.level + 1 : target.level;
      const index = move.kind === "before" ? target.index : target.end;
      return relocate(state, section, index, level - section.level);
    }
  }
}

const LOWEST = 6;

function shiftLevels(state: EditorState, section: SectionPlace, by: number): Transaction | null {
  const levels = levelsIn(state.doc, section);
  if (section.level + by < 1 || Math.max(...levels) + by > LOWEST) return null;
  // A section can only be under the one before it.
  if (by > 0 && !hasPossibleParent(state.doc, section)) return null;
  const { tr } = state;
  eachHeading(state.doc, section, (node, pos) => {
    tr.setNodeAttribute(pos, "level", Number(node.attrs["level"]) + by);
  });
  return tr;
}

function hasPossibleParent(doc: Node, section: SectionPlace): boolean {
  for (let index = section.index - 1; index >= 0; index--) {
    const { type, attrs } = doc.child(index);
    if (type.name === "heading") return Number(attrs["level"]) >= section.level;
  }
  return false;
}

function relocate(
  state: EditorState,
  section: SectionPlace,
  index: number,
  levelShift: number,
): Transaction | null {
  const { doc, selection } = state;
  const isStill = index >= section.index && index <= section.end;
  if (isStill && levelShift === 0) return null;
  if (Math.max(...levelsIn(doc, section)) + levelShift > LOWEST) return null;
  if (section.level + levelShift < 1) return null;
  const { tr } = state;
  if (levelShift !== 0) {
    eachHeading(doc, section, (node, pos) => {
      tr.setNodeAttribute(pos, "level", Number(node.attrs["level"]) + levelShift);
    });
  }
  if (isStill) return tr;
  const { content } = tr.doc.slice(section.from, section.to);
  const target = positionOf(doc, index);
  const size = section.to - section.from;
  const start = target > section.from ? target - size : target;
  tr.delete(section.from, section.to).insert(start, content);
  const inside = selection.from >= section.from && selection.to <= section.to;
  if (inside) {
    const at = (pos: number) => tr.doc.resolve(start + (pos - section.from));
    tr.setSelection(TextSelection.between(at(selection.anchor), at(selection.head)));
  }
  return tr;
}

function siblingBefore(doc: Node, section: SectionPlace): number | null {
  for (let index = section.index - 1; index >= 0; index--) {
    const { type, attrs } = doc.child(index);
    if (type.name !== "heading") continue;
    const level = Number(attrs["level"]);
    if (level < section.level) return null;
    if (level === section.level) return index;
  }
  return null;
}

/** The place behind the next sibling and all under it. */
function siblingAfter(doc: Node, section: SectionPlace): number | null {
  if (section.end >= doc.childCount) return null;
  const next = doc.child(section.end);
  if (Number(next.attrs["level"]) !== section.level) return null;
  const uid = next.attrs["uid"] as string | null;
  return (uid && findSection(doc, uid)?.end) || null;
}

function levelsIn(doc: Node, section: SectionPlace): number[] {
  const levels: number[] = [];
  eachHeading(doc, section, ({ attrs }) => levels.push(Number(attrs["level"])));
  return levels;
}

function eachHeading(
  doc: Node,
  section: SectionPlace,
  visit: (node: Node, pos: number) => void,
): void {
  let pos = section.from;
  for (let index = section.index; index < section.end; index++) {
    const node = doc.child(index);
    if (node.type.name === "heading") visit(node, pos);
    pos += node.nodeSize;
  }
}
