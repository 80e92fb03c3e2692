import { Editor } from "@tiptap/core";
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { seedDraft } from "@/lib/draft/write-draft";
import type { SpecDocument } from "@/lib/spec/document";
import { AtomMarks } from "../binding/atom-marks";
import { liveText } from "../binding/live-text";
import { sharedText } from "../binding/shared-text";
import { UidKeeper } from "../binding/uid-keeper";
import { schemaExtensions } from "../schema/schema-extensions";

export interface BoundEditor {
  editor: Editor;
  ydoc: Y.Doc;
  failures: unknown[];
}

/** A shared document that holds a spec. */
export function draftOf(document: SpecDocument): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, seedDraft(document));
  return ydoc;
}

/** An editor on a shared document, without the page around it. */
export function boundEditor(ydoc: Y.Doc, mode: "write" | "read" = "write"): BoundEditor {
  const failures: unknown[] = [];
  const onUnreadable = (error: unknown) => void failures.push(error);
  const editor = new Editor({
    element: document.createElement("div"),
    injectCSS: false,
    editable: mode === "write",
    extensions: [
      ...schemaExtensions(),
      ...(mode === "write"
        ? [sharedText(ydoc, { onUnreadable }), UidKeeper, AtomMarks]
        : [liveText(draftParts(ydoc).content, onUnreadable)]),
    ],
  });
  endWithTest(editor);
  return { editor, ydoc, failures };
}

/** Takes an editor away with its test: its timers would outlive the page it stands in. */
export function endWithTest(editor: Editor): Editor {
  onTestFinished(() => editor.destroy());
  return editor;
}

/** Two shared documents that tell each other everything, now or when `sync` is called. */
export function pair(document: SpecDocument): { a: Y.Doc; b: Y.Doc; sync: () => void } {
  const a = draftOf(document);
  const b = new Y.Doc();
  const sync = () => {
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), "remote");
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), "remote");
  };
  sync();
  return { a, b, sync };
}
