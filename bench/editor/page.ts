// The page that bench/editor.ts measures: compiled by it, run in a browser.
import { getSchema } from "@tiptap/core";
import { baseKeymap } from "@tiptap/pm/commands";
import { keymap } from "@tiptap/pm/keymap";
import { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { EditorView } from "@tiptap/pm/view";
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { createEditor } from "@/components/editor/create-editor";
import { IndexStore } from "@/components/editor/index/index-store";
import { schemaExtensions } from "@/components/editor/schema/schema-extensions";
import { CalmAwareness } from "@/components/editor/session/calm-awareness";
import { Store } from "@/components/editor/store";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";

interface Opened {
  view: EditorView;
  openedMs: number;
}

declare global {
  interface Window {
    opened: Opened;
    openOurs: (update: string) => Promise<number>;
    openBare: (json: string) => Promise<number>;
    openContained: (json: string) => Promise<number>;
    openBound: (update: string) => Promise<number>;
    remoteEdit: () => void;
    pressTimes: number[];
  }
}

const place = () => document.body.appendChild(document.createElement("div"));

/** Resolves when what was done before is painted. */
const painted = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    }),
  );

async function timed(open: () => EditorView): Promise<number> {
  const start = performance.now();
  const view = open();
  await painted();
  const openedMs = performance.now() - start;
  window.opened = { view, openedMs };
  putCaret(view);
  watchKeys(view);
  return openedMs;
}

function draftOf(update: string): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(
    ydoc,
    Uint8Array.from(atob(update), (sign) => sign.charCodeAt(0)),
  );
  return ydoc;
}

window.openOurs = (update) =>
  timed(() => {
    const ydoc = draftOf(update);
    const index = new IndexStore({
      levels: () => MODEL_SPEC_LEVELS,
      lint: () => ({
        levels: MODEL_SPEC_LEVELS,
        document: { profile: "model-spec", title: null, prompts: [] },
        ledger: [],
        rules: {},
      }),
    });
    const editor = createEditor({
      element: place(),
      ydoc,
      awareness: new CalmAwareness(ydoc),
      label: "Text",
      canWrite: true,
      index,
      host: {
        levels: () => MODEL_SPEC_LEVELS,
        titleOf: (id) => index.index().titles.get(id) ?? null,
        onTitles: (listener) => index.onTitles(listener),
        onLevels: () => () => undefined,
        openMenu: () => undefined,
        addPart: () => undefined,
        canEdit: () => true,
        openPrompts: () => undefined,
      },
      keys: {
        openBlockMenu: () => undefined,
        openFind: () => undefined,
        openLink: () => undefined,
        moveSection: () => undefined,
        readyToLeave: () => undefined,
        isLeaving: () => false,
      },
      suggestions: { open: new Store(null), onKey: () => false },
      openFindings: () => undefined,
      onUnreadable: (error) => {
        throw error;
      },
      ownWords: { isSaved: () => true, onCarried: () => undefined },
    });
    editor.on("transaction", () => index.changed(editor.state.doc));
    index.changed(editor.state.doc);
    index.refresh();
    // Somebody else writes in the first paragraph.
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(ydoc));
    window.remoteEdit = () => {
      const paragraph = other.getXmlFragment("content").get(1) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).insert(0, "x");
      Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(ydoc)), "remote");
    };
    return editor.view;
  });

/** ProseMirror with nothing around it. */
window.openBare = (json) => timed(() => laidOutWhole(bare(json)));

/** The same with our rule that blocks out of sight are not laid out: what is left is our scripts. */
window.openContained = (json) => timed(() => bare(json));

/** ProseMirror with the shared document, as Tiptap's own binding comes. */
window.openBound = (update) =>
  timed(() => {
    const type = draftOf(update).getXmlFragment("content");
    const { doc, mapping } = initProseMirrorDoc(type, getSchema(schemaExtensions()));
    const plugins = [ySyncPlugin(type, { mapping }), yUndoPlugin(), keymap(baseKeymap)];
    return laidOutWhole(show(EditorState.create({ doc, plugins })));
  });

function bare(json: string): EditorView {
  const doc = ProseMirrorNode.fromJSON(getSchema(schemaExtensions()), JSON.parse(json));
  return show(EditorState.create({ doc, plugins: [keymap(baseKeymap)] }));
}

/** With the look of our text, so that all lay out the same lines. */
function show(state: EditorState): EditorView {
  return new EditorView(place(), { state, attributes: { class: "ed-text" } });
}

function laidOutWhole(view: EditorView): EditorView {
  document.body.classList.add("laid-out-whole");
  return view;
}

/** In the paragraph nearest to the middle of the text. */
function putCaret(view: EditorView): void {
  const { doc } = view.state;
  let pos = 0;
  doc.forEach((node, offset) => {
    if (node.type.name === "paragraph" && offset < doc.content.size / 2)
      pos = offset + node.nodeSize - 1;
  });
  view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, pos)).scrollIntoView());
  view.focus();
}

function watchKeys(view: EditorView): void {
  window.pressTimes = [];
  view.dom.addEventListener(
    "keydown",
    () => {
      const start = performance.now();
      void painted().then(() => window.pressTimes.push(performance.now() - start));
    },
    { capture: true },
  );
}
