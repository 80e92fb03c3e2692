import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { clause, counter, marker, p, prompts, spec, withPrompts } from "@/lib/spec/builders";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";
import { promptHeader } from "@/lib/spec/prompt-header";
import { draftParts } from "./draft-parts";
import { addPrompts, headerTitle, removePrompts, renewHeader } from "./draft-prompts";
import { readDraft } from "./read-draft";
import { touchedSections } from "./touched-sections";
import { applyUpdate } from "./update/apply-update";
import { checkUpdate } from "./update/check-update";
import { seedDraft } from "./write-draft";

const SAMPLE = withPrompts(
  spec(clause("honest", "Be honest", p("Say what is true.", marker("a1b2")))),
  prompts("a1b2", "Be frank"),
);

function draft(document = SAMPLE): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, seedDraft(document));
  return ydoc;
}

const promptsOf = (ydoc: Y.Doc) => readDraft(ydoc, MODEL_SPEC_LEVELS).prompts;

/** Makes a change in a copy and lets the draft take it as it takes those of people. */
function takes(ydoc: Y.Doc, change: (copy: Y.Doc) => void): void {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc));
  change(copy);
  const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(ydoc));
  applyUpdate(ydoc, update, checkUpdate(ydoc, update), "test");
}

const NEW = { id: "c3d4", sectionTitle: "Be kind", mint: counter("new") };

describe("evaluation prompts of a draft", () => {
  it("come with a header and one conversation, and the check takes them", () => {
    const ydoc = draft();
    const touched = touchedSections(ydoc, () => takes(ydoc, (copy) => addPrompts(copy, NEW, "me")));
    expect(touched).toEqual(["prompts/c3d4"]);
    const file = promptsOf(ydoc).find(({ id }) => id === "c3d4")!;
    expect(promptHeader(file)).toEqual({ id: "c3d4", sectionTitle: "Be kind" });
    expect(file.content.map(({ type }) => type)).toEqual(["paragraph", "example"]);
  });

  it("stay as they are when somebody adds them again", () => {
    const ydoc = draft();
    const before = Y.encodeStateAsUpdate(ydoc);
    addPrompts(ydoc, { ...NEW, id: "a1b2" }, "me");
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  it("get a header that names the section of now, word for word", () => {
    const ydoc = draft();
    expect(headerTitle(ydoc, "a1b2")).toBe("Be frank");
    takes(ydoc, (copy) => renewHeader(copy, "a1b2", "Be honest", "me"));
    expect(headerTitle(ydoc, "a1b2")).toBe("Be honest");
    expect(headerTitle(ydoc, "none")).toBeNull();
  });

  it("go and come back whole by one's own undo", () => {
    const ydoc = draft();
    const before = promptsOf(ydoc);
    const undo = new Y.UndoManager(draftParts(ydoc).prompts, { trackedOrigins: new Set(["me"]) });
    takesBy(ydoc, () => removePrompts(ydoc, "a1b2", "me"));
    expect(promptsOf(ydoc)).toEqual([]);
    takesBy(ydoc, () => void undo.undo());
    expect(promptsOf(ydoc)).toEqual(before);
    undo.destroy();
  });
});

/** The same for a change that must be made in the draft itself: the check sees it from a copy. */
function takesBy(ydoc: Y.Doc, change: () => void): void {
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(ydoc));
  change();
  const update = Y.encodeStateAsUpdate(ydoc, Y.encodeStateVector(server));
  applyUpdate(server, update, checkUpdate(server, update), "test");
}
