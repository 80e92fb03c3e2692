import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import type { NodeMapping } from "./binding";
import { replaceChanged } from "./light-binding";
import { readElement } from "./read-element";

/**
 * Shows the text of a draft, or evaluation prompts, as they change, for whoever only reads. It listens and has no way to write:
 * a binding would write whenever it meets something it does not know.
 */
export function liveText(fragment: Y.XmlFragment, onUnreadable: (error: unknown) => void) {
  return Extension.create({
    name: "liveText",
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("liveText"),
        filterTransaction: (tr) => !tr.docChanged || tr.getMeta("liveText") === true,
        view: (view) => follow(view, fragment, onUnreadable),
      }),
    ],
  });
}

function follow(view: EditorView, fragment: Y.XmlFragment, onUnreadable: (error: unknown) => void) {
  const mapping: NodeMapping = new Map();
  const show = () => {
    try {
      const blocks = fragment
        .toArray()
        .map((child) => readElement(child as Y.XmlElement, view.state.schema, mapping));
      const tr = replaceChanged(view.state.tr, view.state.doc, blocks);
      if (tr.docChanged) view.dispatch(tr.setMeta("liveText", true).setMeta("addToHistory", false));
    } catch (error) {
      fragment.unobserveDeep(changed);
      onUnreadable(error);
    }
  };
  const changed = (_: unknown, change: Y.Transaction) => {
    change.changed.forEach((_parts, type) => mapping.delete(type));
    change.changedParentTypes.forEach((_events, type) => mapping.delete(type));
    show();
  };
  show();
  fragment.observeDeep(changed);
  return { destroy: () => fragment.unobserveDeep(changed) };
}
