import type { Node } from "@tiptap/pm/model";
import { TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";

/** Puts a node behind the one at `pos`, with the caret in it. */
export function insertAfter(state: EditorState, pos: number, node: Node): Transaction {
  const at = pos + (state.doc.nodeAt(pos)?.nodeSize ?? 0);
  const tr = state.tr.insert(at, node);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
}
