import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import type * as Y from "yjs";
import type { Desk } from "../desk";
import { blockMenuAtCaret, linkAtCaret } from "../menus/request-at-caret";
import { newBlocks } from "../text/new-blocks";
import type { MenuRequest, ViewHost } from "../views/view-host";
import { createPromptsEditor } from "./create-prompts-editor";

export interface MountPromptsOptions {
  element: HTMLElement;
  fragment: Y.XmlFragment;
  /** The marker they belong to. */
  id: string;
  canWrite: boolean;
}

/** Opens prompts in an element, with the menus and the undo of the desk. Destroy the editor when it goes. */
export function mountPrompts(
  desk: Desk,
  { element, fragment, id, canWrite }: MountPromptsOptions,
): Editor {
  const open = (request: MenuRequest | null) => {
    if (request && canWrite) desk.menu.set({ ...request, editor });
  };
  const host: ViewHost = {
    levels: desk.levels,
    titleOf: desk.titleOf,
    onTitles: desk.onTitles,
    onLevels: desk.onLevels,
    canEdit: () => canWrite,
    openMenu: open,
    openPrompts: () => undefined,
    addPart: (pos, part) => desk.addPart(pos, part, editor),
  };
  // A panel keeps the focus in itself by taking Tab at its last element, and the editor is that.
  element.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && event.defaultPrevented) event.stopPropagation();
  });
  const editor = createPromptsEditor({
    element,
    fragment,
    awareness: desk.session.awareness,
    label: `Evaluation prompts ${id}`,
    canWrite,
    host,
    onUnreadable: desk.session.cannotShow,
    undo: desk.prompts.undo,
    redo: desk.prompts.redo,
    keys: {
      openBlockMenu: () => open(blockMenuAtCaret(editor)),
      openLink: () => open(linkAtCaret(editor)),
      openFind: () => undefined,
      moveSection: () => undefined,
      // Escape closes the panel; Tab behind the last field goes on to its buttons.
      readyToLeave: () => undefined,
      isLeaving: () => false,
    },
  });
  return editor;
}

/** Adds a conversation at the end, with the caret in its title. */
export function addPrompt(editor: Editor): void {
  const { schema, tr, doc } = editor.state;
  const { message } = newBlocks(schema);
  const title = schema.nodes["exampleTitle"]!.create();
  const prompt = schema.nodes["example"]!.create(null, [title, message("user")]);
  tr.insert(doc.content.size, prompt);
  tr.setSelection(TextSelection.create(tr.doc, doc.content.size + 2)).scrollIntoView();
  editor.view.dispatch(tr);
  editor.view.focus();
}
