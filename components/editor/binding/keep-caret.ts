import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { shownSelection } from "./shown-selection";

/**
 * Keeps a caret that was just set when something is drawn that has nothing to do with it: the caret of
 * somebody else, a hint in the margin. The editor would write back the caret that it knows, which after a
 * first click is the begin of the text.
 */
export const KeepCaret = Extension.create({
  name: "keepCaret",
  addProseMirrorPlugins: () => {
    let view: EditorView | null = null;
    return [
      new Plugin({
        key: new PluginKey("keepCaret"),
        view: (own) => {
          view = own;
          return { destroy: () => void (view = null) };
        },
        appendTransaction: (transactions, before, now) => {
          if (view === null || transactions.some((tr) => concernsCaret(tr))) return;
          const shown = shownSelection(view);
          // The view still shows the state before, whose text is that of the new one.
          return shown.eq(before.selection) ? null : now.tr.setSelection(shown);
        },
      }),
    ];
  },
});

/** Changes of the text bring the caret along themselves; while focus comes, the page shows no place yet. */
const concernsCaret = (tr: Transaction): boolean =>
  tr.docChanged ||
  tr.selectionSet ||
  tr.getMeta("focus") !== undefined ||
  tr.getMeta("blur") !== undefined;
