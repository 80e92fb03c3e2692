import type { Editor } from "@tiptap/core";
import { unitAt } from "../text/block-moves";
import type { MenuKind, MenuRequest } from "../views/view-host";

const MENU_OF: Record<string, MenuKind> = {
  heading: "section",
  example: "example",
  message: "role",
  response: "response",
  commentary: "commentary",
  tableRow: "table",
};

/** Asks for the menu of the block around the caret: all that its tools do, by keyboard. */
export function blockMenuAtCaret(editor: Editor): MenuRequest | null {
  const unit = unitAt(editor.state.doc, editor.state.selection.from);
  if (!unit) return null;
  const dom = editor.view.nodeDOM(unit.pos);
  if (!(dom instanceof Element)) return null;
  const kind = MENU_OF[unit.node.type.name] ?? "block";
  return { kind, pos: unit.pos, anchor: elementAtCaret(editor) ?? dom };
}

export function linkAtCaret(editor: Editor): MenuRequest | null {
  const anchor = elementAtCaret(editor);
  return anchor && { kind: "link", pos: editor.state.selection.from, anchor };
}

/** The element around the caret: a place beside which a menu can open. */
function elementAtCaret(editor: Editor): Element | null {
  const { node } = editor.view.domAtPos(editor.state.selection.from);
  return node instanceof Element ? node : node.parentElement;
}
