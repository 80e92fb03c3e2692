import type { Editor } from "@tiptap/core";
import { relativePositionToAbsolutePosition } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { bindingOf } from "../binding/binding";

/** Where somebody's caret stands in this editor; null when it stands in what is not there any more. */
export function placeOfCursor(editor: Editor, head: unknown): number | null {
  const { doc, type, mapping } = bindingOf(editor.state);
  const relative = Y.createRelativePositionFromJSON(head);
  const pos = relativePositionToAbsolutePosition(doc, type, relative, mapping as never) as
    number | null;
  return pos === null || pos > editor.state.doc.content.size ? null : pos;
}
