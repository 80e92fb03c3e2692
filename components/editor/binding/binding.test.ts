// @vitest-environment jsdom
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { readDraft } from "@/lib/draft/read-draft";
import { canonicalJson } from "@/lib/spec/canonical-json";
import {
  bad,
  clause,
  compare,
  example,
  good,
  p,
  ref,
  spec,
  strong,
  user,
} from "@/lib/spec/builders";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";
import { boundEditor, draftOf, pair } from "../testing/bound-editor";

const SAMPLE = spec(
  clause(
    "honest",
    "Be honest",
    "Say what is true.",
    p("See ", ref("kind"), " and ", strong("mind"), "."),
  ),
  clause("kind", "Be kind", "Mind who is there."),
  example("A hard question", user("Is it good?"), compare(good("Yes."), bad("No."))),
);

const text = (ydoc: Y.Doc) => canonicalJson(readDraft(ydoc, MODEL_SPEC_LEVELS));

function placeOf(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (at >= 0 && found < 0) found = pos + at;
  });
  if (found < 0) throw new Error(`"${words}" is not in the text.`);
  return found;
}

describe("an editor on a shared document", () => {
  it("shows the text and changes nothing by opening it, fifty times (F14)", () => {
    const ydoc = draftOf(SAMPLE);
    const before = Y.encodeStateAsUpdate(ydoc);
    for (let time = 0; time < 50; time++) {
      const { editor } = boundEditor(ydoc);
      expect(editor.state.doc.childCount).toBe(SAMPLE.content.length);
      editor.destroy();
    }
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  it("brings in what others do and leaves all other blocks the same objects", () => {
    const { a, b, sync } = pair(SAMPLE);
    const [mine, theirs] = [boundEditor(a), boundEditor(b)];
    const before = mine.editor.state.doc;
    const { view, state } = theirs.editor;
    view.dispatch(state.tr.insertText("always ", placeOf(state.doc, "true.")));
    sync();
    const after = mine.editor.state.doc;
    expect(after.textContent).toContain("Say what is always true.");
    const changed = after.content.content.filter((node, index) => node !== before.child(index));
    expect(changed).toHaveLength(1);
    expect(text(a)).toBe(text(b));
  });

  it("keeps caret and selection through a thousand edits of others (X6)", () => {
    const { a, b, sync } = pair(SAMPLE);
    const [mine, theirs] = [boundEditor(a), boundEditor(b)];
    const caret = placeOf(mine.editor.state.doc, "who is");
    mine.editor.view.dispatch(
      mine.editor.state.tr.setSelection(
        TextSelection.create(mine.editor.state.doc, caret, caret + 3),
      ),
    );
    for (let edit = 0; edit < 1000; edit++) {
      const { view, state } = theirs.editor;
      const before = edit % 2 === 0 ? "Say what" : "Mind";
      view.dispatch(state.tr.insertText(edit % 7 === 0 ? "x y" : "z", placeOf(state.doc, before)));
      if (edit % 50 === 0) {
        const { state: now } = theirs.editor;
        view.dispatch(now.tr.insert(0, now.schema.nodes["paragraph"]!.create()));
      }
      sync();
    }
    const { doc, selection } = mine.editor.state;
    expect(doc.textBetween(selection.from, selection.to)).toBe("who");
  });

  it("keeps a caret that moved in the very moment in which others wrote", () => {
    const { a, b, sync } = pair(SAMPLE);
    const [mine, theirs] = [boundEditor(a), boundEditor(b)];
    document.body.append(mine.editor.view.dom);
    mine.editor.view.dom.tabIndex = 0;
    mine.editor.view.focus();
    for (let edit = 0; edit < 200; edit++) {
      const words = edit % 2 === 0 ? "who is" : "what is";
      // As a click does: the page knows where the caret is, the editor does not yet.
      const { node, offset } = mine.editor.view.domAtPos(placeOf(mine.editor.state.doc, words));
      getSelection()!.collapse(node, offset);
      const { view, state } = theirs.editor;
      view.dispatch(state.tr.insertText("z", placeOf(state.doc, edit % 3 ? "Say what" : "Mind")));
      sync();
      const { doc, selection } = mine.editor.state;
      expect(doc.textBetween(selection.from, selection.from + words.length)).toBe(words);
    }
    expect(mine.editor.view.hasFocus()).toBe(true);
    mine.editor.destroy();
  });

  it("writes a key press into one block alone, and says the same as reading everything", () => {
    const { a, b, sync } = pair(SAMPLE);
    const { editor } = boundEditor(a);
    let touched = 0;
    a.on("afterTransaction", ({ changed }: Y.Transaction) => (touched += changed.size));
    editor.view.dispatch(editor.state.tr.insertText("!", placeOf(editor.state.doc, "is true")));
    expect(touched).toBe(1);
    sync();
    expect(text(b)).toContain("Say what !is true.");
    expect(text(a)).toBe(text(b));
  });

  it("undoes one's own alone", () => {
    const { a, b, sync } = pair(SAMPLE);
    const [mine, theirs] = [boundEditor(a), boundEditor(b)];
    mine.editor.view.dispatch(
      mine.editor.state.tr.insertText("Mine ", placeOf(mine.editor.state.doc, "Say")),
    );
    sync();
    theirs.editor.view.dispatch(
      theirs.editor.state.tr.insertText("Theirs ", placeOf(theirs.editor.state.doc, "Mind")),
    );
    sync();
    mine.editor.commands.undo();
    sync();
    expect(text(b)).not.toContain("Mine ");
    expect(text(b)).toContain("Theirs ");
  });

  it("mends two texts that two people began in one empty paragraph, once", () => {
    const { a, b, sync } = pair(spec(p()));
    const [mine, theirs] = [boundEditor(a), boundEditor(b)];
    mine.editor.view.dispatch(mine.editor.state.tr.insertText("one", 1));
    theirs.editor.view.dispatch(theirs.editor.state.tr.insertText("two", 1));
    sync();
    sync();
    mine.editor.view.dispatch(
      mine.editor.state.tr.insertText("!", mine.editor.state.doc.content.size - 1),
    );
    sync();
    sync();
    const words = theirs.editor.state.doc.textContent;
    expect(words).toHaveLength(7);
    expect(words).toContain("one");
    expect(words).toContain("two");
    expect(text(a)).toBe(text(b));
  });

  it("deletes nothing that it cannot show, and says so (F12, T11)", () => {
    const ydoc = draftOf(SAMPLE);
    const { failures, editor } = boundEditor(ydoc);
    const shown = editor.state.doc;
    draftParts(ydoc).content.push([new Y.XmlElement("ofTomorrow")]);
    const before = Y.encodeStateAsUpdate(ydoc);
    expect(failures).toHaveLength(1);
    expect(editor.state.doc).toBe(shown);
    editor.view.dispatch(editor.state.tr.insertText("late", 1));
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  it("opens nothing that it cannot show, and deletes nothing of it", () => {
    const ydoc = draftOf(SAMPLE);
    draftParts(ydoc).content.push([new Y.XmlElement("ofTomorrow")]);
    const before = Y.encodeStateAsUpdate(ydoc);
    const { failures } = boundEditor(ydoc);
    expect(failures).toHaveLength(1);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  it("gives what one adds an identity, and leaves what others add to them", () => {
    const { a, b, sync } = pair(SAMPLE);
    const [mine, theirs] = [boundEditor(a), boundEditor(b)];
    const { state, view } = mine.editor;
    view.dispatch(state.tr.split(placeOf(state.doc, "what is")));
    view.dispatch(mine.editor.state.tr.insert(0, mine.editor.state.doc.child(2)));
    sync();
    sync();
    const uids: string[] = [];
    theirs.editor.state.doc.descendants((node) => {
      if ("uid" in node.attrs) uids.push(node.attrs["uid"] as string);
    });
    expect(uids).not.toContain(null);
    expect(new Set(uids).size).toBe(uids.length);
    expect(text(a)).toBe(text(b));
  });

  it("keeps the identity of the original when its copy is put above it", () => {
    const { a } = pair(SAMPLE);
    const { editor } = boundEditor(a);
    const original = editor.state.doc.child(1);
    editor.view.dispatch(editor.state.tr.insert(0, original));
    expect(editor.state.doc.child(2).attrs["uid"]).toBe(original.attrs["uid"]);
    expect(editor.state.doc.child(0).attrs["uid"]).not.toBe(original.attrs["uid"]);
  });

  it("makes a reference bold with the words around it, and plain again", () => {
    const { a, b, sync } = pair(SAMPLE);
    const { editor } = boundEditor(a);
    const words = placeOf(editor.state.doc, "See ");
    const bold = editor.schema.marks["strong"]!;
    editor.view.dispatch(editor.state.tr.addMark(words, words + 7, bold.create()));
    sync();
    const marksOfReference = () =>
      JSON.stringify(readDraft(b, []).content).match(/"type":"crossReference".{0,80}/)?.[0];
    expect(marksOfReference()).toContain('"strong"');
    editor.commands.setTextSelection({ from: words, to: words + 7 });
    editor.commands.toggleMark("strong");
    sync();
    expect(marksOfReference()).not.toContain('"strong"');
  });
});

describe("somebody who only reads", () => {
  it("sees what is written and never sends anything", () => {
    const { a, b, sync } = pair(SAMPLE);
    const writer = boundEditor(a);
    const reader = boundEditor(b, "read");
    let sent = 0;
    b.on("update", (_: Uint8Array, origin: unknown) => (sent += origin === "remote" ? 0 : 1));
    writer.editor.view.dispatch(
      writer.editor.state.tr.insertText("always ", placeOf(writer.editor.state.doc, "true.")),
    );
    sync();
    expect(reader.editor.state.doc.textContent).toContain("Say what is always true.");
    reader.editor.view.dispatch(reader.editor.state.tr.insertText("Not me ", 1));
    expect(reader.editor.state.doc.textContent).not.toContain("Not me");
    draftParts(a).content.push([new Y.XmlElement("ofTomorrow")]);
    sync();
    expect(reader.failures).toHaveLength(1);
    expect(sent).toBe(0);
    expect(draftParts(b).content.length).toBe(SAMPLE.content.length + 1);
  });
});
