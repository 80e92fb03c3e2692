// @vitest-environment jsdom
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { readDraft } from "@/lib/draft/read-draft";
import {
  assistant,
  clause,
  example,
  marker,
  p,
  prompts,
  spec,
  user,
  withPrompts,
} from "@/lib/spec/builders";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";
import { endWithTest, pair } from "../testing/bound-editor";
import { createPromptsEditor } from "./create-prompts-editor";
import { addPrompt } from "./mount-prompts";
import { PromptsStore } from "./prompts-store";

const SAMPLE = withPrompts(
  spec(clause("honest", "Be honest", p("Say what is true.", marker("a1b2")))),
  prompts("a1b2", "Be honest", example("A case", user("Is it?"), assistant("It is."))),
);

function editorOf(ydoc: Y.Doc, canWrite = true): Editor {
  const editor = createPromptsEditor({
    element: document.createElement("div"),
    fragment: draftParts(ydoc).prompts.get("a1b2")!,
    awareness: new Awareness(ydoc),
    label: "Prompts",
    canWrite,
    host: {
      levels: () => MODEL_SPEC_LEVELS,
      titleOf: () => null,
      onTitles: () => () => undefined,
      onLevels: () => () => undefined,
      openMenu: () => undefined,
      openPrompts: () => undefined,
      addPart: () => undefined,
      canEdit: () => canWrite,
    },
    onUnreadable: (error) => {
      throw error;
    },
    undo: () => false,
    redo: () => false,
    keys: {
      openBlockMenu: () => undefined,
      openLink: () => undefined,
      openFind: () => undefined,
      moveSection: () => undefined,
      readyToLeave: () => undefined,
      isLeaving: () => false,
    },
  });
  return endWithTest(editor);
}

function typeBehind(editor: Editor, words: string, more: string): void {
  let at = -1;
  editor.state.doc.descendants((node, pos) => {
    if (node.isText && node.text!.includes(words))
      at = pos + node.text!.indexOf(words) + words.length;
  });
  expect(at, words).toBeGreaterThan(0);
  editor.view.dispatch(editor.state.tr.insertText(more, at));
}

const stored = (ydoc: Y.Doc) => JSON.stringify(readDraft(ydoc, MODEL_SPEC_LEVELS).prompts);

describe("an editor of evaluation prompts", () => {
  it("shows them and changes nothing by opening them", () => {
    const { a } = pair(SAMPLE);
    const before = Y.encodeStateAsUpdate(a);
    for (const canWrite of [true, false]) {
      const editor = editorOf(a, canWrite);
      expect(editor.state.doc.textContent).toContain("Is it?");
      editor.destroy();
    }
    expect(Y.encodeStateAsUpdate(a)).toEqual(before);
  });

  it("lets two people write in one message at once, and readers see it", () => {
    const { a, b, sync } = pair(SAMPLE);
    const [ada, bo, reader] = [editorOf(a), editorOf(b), editorOf(b, false)];
    typeBehind(ada, "Is it", " true");
    typeBehind(bo, "It is", " so");
    sync();
    for (const editor of [ada, bo, reader]) {
      expect(editor.state.doc.textContent).toMatch(/Is it true\?.*It is so\./);
    }
    expect(stored(a)).toBe(stored(b));
  });

  it("adds a conversation with identities of its own, and tells how many there are", () => {
    const { a } = pair(SAMPLE);
    const counts = new PromptsStore(a);
    const told: number[] = [];
    counts.subscribe(() => told.push(counts.get().get("a1b2")!));
    const editor = editorOf(a);
    typeBehind(editor, "Is it", " ever");
    expect(told).toEqual([]);
    addPrompt(editor);
    editor.view.dispatch(editor.state.tr.insertText("Another case"));
    expect(told).toEqual([2]);
    const [file] = readDraft(a, MODEL_SPEC_LEVELS).prompts;
    const added = file!.content.at(-1)!;
    expect(JSON.stringify(added)).toContain("Another case");
    expect(added.attrs.uid).toMatch(/^[a-z2-7]{16}$/);
    counts.stop();
  });

  it("leaves identities behind when something is copied from the text or to it", () => {
    const { a } = pair(SAMPLE);
    const editor = editorOf(a);
    const { doc } = editor.state;
    const pasted = editor.view.someProp("transformPasted", (change) =>
      change(doc.slice(0, doc.content.size), editor.view, false),
    )!;
    editor.view.dispatch(
      editor.state.tr
        .setSelection(TextSelection.atEnd(doc))
        .insert(doc.content.size, pasted.content),
    );
    const uids: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.attrs["uid"]) uids.push(node.attrs["uid"] as string);
    });
    expect(new Set(uids).size).toBe(uids.length);
    pasted.content.descendants((node) => expect(node.attrs["uid"] ?? null).toBeNull());
  });
});
