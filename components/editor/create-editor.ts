import { Editor, type AnyExtension } from "@tiptap/core";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { AtomMarks } from "./binding/atom-marks";
import { liveText } from "./binding/live-text";
import type { OwnWordsOptions } from "./binding/own-words";
import { ownWords } from "./binding/own-words-extension";
import { sharedText } from "./binding/shared-text";
import { UidKeeper } from "./binding/uid-keeper";
import { Find } from "./find/find-plugin";
import type { IndexStore } from "./index/index-store";
import { Clipboard } from "./keys/clipboard";
import { Shorthand } from "./keys/shorthand";
import { suggest, type SuggestOptions } from "./keys/suggest";
import { writingKeys, type KeyTargets } from "./keys/writing-keys";
import { carets } from "./people/carets";
import { schemaExtensions } from "./schema/schema-extensions";
import { marginLayer } from "./text/margin-layer";
import { textAttributes } from "./text/text-attributes";
import { Placeholders } from "./text/placeholders";
import { nodeViews } from "./views/node-views";
import type { ViewHost } from "./views/view-host";

export interface EditorParts {
  element: HTMLElement;
  ydoc: Y.Doc;
  awareness: Awareness;
  /** Names the text for screen readers. */
  label: string;
  /** Without it the text can be read as it changes, and nothing else. */
  canWrite: boolean;
  index: IndexStore;
  host: ViewHost;
  keys: KeyTargets;
  suggestions: SuggestOptions;
  openFindings: (uid: string, anchor: Element) => void;
  onUnreadable: (error: unknown) => void;
  ownWords: OwnWordsOptions;
}

/** The editor of a draft, in an element. Destroy it when the element goes. */
export function createEditor(parts: EditorParts): Editor {
  const { element, host, index, canWrite, label } = parts;
  return new Editor({
    element,
    editable: canWrite,
    injectCSS: false,
    extensions: [
      ...schemaExtensions(),
      nodeViews(host),
      marginLayer({ levels: host.levels, index, onOpen: parts.openFindings }),
      Find,
      textAttributes(label, canWrite),
      ...(canWrite
        ? writing(parts)
        : [liveText(draftParts(parts.ydoc).content, parts.onUnreadable)]),
    ],
    editorProps: {
      // Room for the bar on top and for what follows below.
      scrollMargin: { top: 140, bottom: 80, left: 0, right: 0 },
      scrollThreshold: { top: 120, bottom: 60, left: 0, right: 0 },
    },
  });
}

function writing(parts: EditorParts): AnyExtension[] {
  const { ydoc, awareness, keys, suggestions, onUnreadable } = parts;
  return [
    sharedText(ydoc, { onUnreadable }),
    ownWords(ydoc, parts.ownWords),
    carets(awareness),
    UidKeeper,
    AtomMarks,
    writingKeys(keys),
    suggest(suggestions),
    Shorthand,
    Clipboard,
    Placeholders,
  ];
}
