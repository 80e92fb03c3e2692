import { TextSelection, type Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/**
 * The selection that a person sees, which can be newer than the one the editor knows.
 *
 * A click or an arrow key moves the caret at once, and the browser says so a moment later. Somebody else's
 * words that arrive in that moment would put the caret back to where the editor believes it to be.
 */
export function shownSelection(view: EditorView): Selection {
  const { state, dom } = view;
  const shown = dom.ownerDocument.getSelection();
  const isHere = view.hasFocus() && !view.composing && shown && dom.contains(shown.focusNode);
  if (!isHere || !(state.selection instanceof TextSelection)) return state.selection;
  const anchor = placeOf(view, shown.anchorNode, shown.anchorOffset);
  const head = placeOf(view, shown.focusNode, shown.focusOffset);
  if (anchor === null || head === null) return state.selection;
  return TextSelection.create(state.doc, anchor, head);
}

/** Null where words cannot stand, as in a button inside the text. */
function placeOf(view: EditorView, node: Node | null, offset: number): number | null {
  if (node === null || !view.dom.contains(node)) return null;
  const pos = view.posAtDOM(node, offset, -1);
  const { doc } = view.state;
  const isInText = pos >= 0 && pos <= doc.content.size && doc.resolve(pos).parent.isTextblock;
  return isInText ? pos : null;
}
