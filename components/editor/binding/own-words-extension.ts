import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type * as Y from "yjs";
import { watchOwnWords, type OwnWordsOptions } from "./own-words";

/** Watches over one's own words for as long as an editor is open. */
export function ownWords(ydoc: Y.Doc, options: OwnWordsOptions) {
  return Extension.create({
    name: "ownWords",
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("ownWords"),
        view: () => ({ destroy: watchOwnWords(ydoc, options) }),
      }),
    ],
  });
}
