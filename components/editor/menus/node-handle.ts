import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { placeOfUid } from "../binding/light-binding";
import type { Desk } from "../desk";
import type { MenuKind, MenuRequest } from "../views/view-host";

/** One node that a menu is about, followed by its uid while others change the text around it. */
export interface NodeHandle {
  desk: Desk;
  editor: Editor;
  /** It stands in evaluation prompts: what is about the order of the text has no meaning there. */
  isInPrompts: boolean;
  node: Node;
  attrs: Record<string, unknown>;
  uid: string | null;
  /** Where it stands now, null when it is gone. */
  pos: () => number | null;
  set: (attrs: Record<string, unknown>) => void;
  /** Applies a change of the text that begins at the node. */
  apply: (change: (state: EditorState, pos: number) => Transaction | null) => void;
  openMenu: (kind: MenuKind, anchor: Element) => void;
}

/** @param request Names the place, and the editor when it is not that of the text. */
export function nodeHandle(
  desk: Desk,
  { pos: at, editor: other }: Pick<MenuRequest, "pos" | "editor">,
): NodeHandle | null {
  const editor = other ?? desk.editor.get();
  const node = editor?.state.doc.nodeAt(at);
  if (!editor || !node) return null;
  const uid = (node.attrs["uid"] as string | null | undefined) ?? null;
  const pos = () => {
    if (uid !== null) return placeOfUid(editor.state.doc, uid);
    return editor.state.doc.nodeAt(at)?.type === node.type ? at : null;
  };
  const apply: NodeHandle["apply"] = (change) => {
    const place = pos();
    const tr = place === null ? null : change(editor.state, place);
    if (tr) editor.view.dispatch(tr);
  };
  return {
    desk,
    editor,
    isInPrompts: other !== undefined,
    node,
    attrs: node.attrs,
    uid,
    pos,
    apply,
    set: (attrs) =>
      apply((state, place) => {
        const { tr } = state;
        for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(place, name, value);
        return tr;
      }),
    openMenu: (kind, anchor) => {
      const place = pos();
      // After the menu that asks for it has closed.
      if (place !== null)
        setTimeout(() => desk.openMenu({ kind, pos: place, anchor, editor: other }));
    },
  };
}
