import { Editor } from "@tiptap/core";
import type * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import type { OwnWordsOptions } from "./binding/own-words";
import { ownWords } from "./binding/own-words-extension";
import { sharedText } from "./binding/shared-text";
import { Find } from "./find/find-plugin";
import type { IndexStore } from "./index/index-store";
import { Shorthand } from "./keys/shorthand";
import { suggest, type SuggestOptions } from "./keys/suggest";
import { marginLayer } from "./text/margin-layer";
import { Placeholders } from "./text/placeholders";
import { textExtensions, type TextParts } from "./text-extensions";

export interface EditorParts extends TextParts {
  element: HTMLElement;
  ydoc: Y.Doc;
  index: IndexStore;
  suggestions: SuggestOptions;
  openFindings: (uid: string, anchor: Element) => void;
  ownWords: OwnWordsOptions;
}

/** The editor of a draft, in an element. Destroy it when the element goes. */
export function createEditor(parts: EditorParts): Editor {
  const { element, host, index, canWrite, ydoc, onUnreadable } = parts;
  return new Editor({
    element,
    editable: canWrite,
    injectCSS: false,
    extensions: [
      ...textExtensions(parts, draftParts(ydoc).content, () => [
        sharedText(ydoc, { onUnreadable }),
        ownWords(ydoc, parts.ownWords),
      ]),
      marginLayer({ levels: host.levels, index, onOpen: parts.openFindings }),
      Find,
      ...(canWrite ? [suggest(parts.suggestions), Shorthand, Placeholders] : []),
    ],
    editorProps: {
      // Room for the bar on top and for what follows below.
      scrollMargin: { top: 140, bottom: 80, left: 0, right: 0 },
      scrollThreshold: { top: 120, bottom: 60, left: 0, right: 0 },
    },
  });
}
