import { Node } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Binding } from "./binding";

/**
 * Writes a text into the shared document when only one of its blocks is another than before, as at a key
 * press: the one block is compared, not the thousand around it.
 *
 * @returns False when more changed, and nothing was written.
 */
export function writeChangedBlock(binding: Binding, after: Node): boolean {
  const { mapping, type, doc } = binding;
  const before = mapping.get(type);
  if (!(before instanceof Node) || before.childCount !== after.childCount) return false;
  const index = changedBlock(before, after);
  if (index === null) return false;
  const element = type.get(index);
  const [old, now] = [before.child(index), after.child(index)];
  if (!(element instanceof Y.XmlElement) || mapping.get(element) !== old || old.type !== now.type) {
    return false;
  }
  updateYFragment(doc, element, now, binding as never);
  mapping.set(type, after);
  return true;
}

/** The place of the only block that is another than before; null when there is none or more than one. */
function changedBlock(before: Node, after: Node): number | null {
  let found: number | null = null;
  for (let index = 0; index < after.childCount; index++) {
    if (before.child(index) === after.child(index)) continue;
    if (found !== null) return null;
    found = index;
  }
  return found;
}
