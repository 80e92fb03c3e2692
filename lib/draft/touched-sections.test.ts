import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { clause, p, spec } from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { draftParts } from "./draft-parts";
import { touchedSections } from "./touched-sections";
import { seedDraft, writeDraft } from "./write-draft";

const before = spec(p("Before."), clause("a", "A", "First."), clause("b", "B", "Second."));
const uidOf = (id: string, document: SpecDocument = before) =>
  document.content.find((block) => block.type === "heading" && block.attrs.id === id)?.attrs.uid;

function opened(): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, seedDraft(before));
  return ydoc;
}

describe("touchedSections", () => {
  const touchedBy = (after: SpecDocument["content"]) => {
    const ydoc = opened();
    return touchedSections(ydoc, () => writeDraft(ydoc, { ...before, content: after })).sort();
  };
  const blocks = before.content;

  it("names the section whose paragraph changed", () => {
    const ydoc = opened();
    const touched = touchedSections(ydoc, () => {
      const paragraph = draftParts(ydoc).content.get(4) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).insert(0, "Still ");
    });
    expect(touched).toEqual([uidOf("b")]);
  });

  it("names a section that was removed", () => {
    expect(touchedBy(blocks.slice(0, 3))).toContain(uidOf("b"));
  });

  it("names the section that lost a paragraph", () => {
    expect(touchedBy(blocks.filter((_, index) => index !== 2))).toEqual([uidOf("a")]);
  });

  it("knows the text before the first heading", () => {
    expect(touchedBy(blocks.slice(1))).toEqual([""]);
  });

  it("is empty when nothing changed", () => {
    expect(touchedBy(blocks)).toEqual([]);
  });

  it("names prompts by their marker", () => {
    const ydoc = opened();
    const after = { ...before, prompts: [{ id: "a1b2", content: [p("Prompt.")] }] };
    expect(touchedSections(ydoc, () => writeDraft(ydoc, after))).toEqual(["prompts/a1b2"]);
  });
});
