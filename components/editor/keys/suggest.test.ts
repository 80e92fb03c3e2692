import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { draftSchema } from "@/lib/draft/draft-schema";
import { suggestionAt } from "./suggest";

function typed(words: string, type = "paragraph", attrs = {}) {
  const content = words ? [{ type: "text", text: words }] : [];
  const block = { type, attrs, content };
  const inside = type === "message" ? { type: "example", content: [block] } : block;
  const doc = draftSchema.nodeFromJSON({ type: "doc", content: [inside] });
  const end = TextSelection.atEnd(doc);
  return suggestionAt(EditorState.create({ doc, selection: end }));
}

describe("suggestionAt", () => {
  it("opens behind a sign at the start or after a space", () => {
    expect(typed("/")).toMatchObject({ trigger: "/", query: "", from: 1, to: 2 });
    expect(typed("As in #priv")).toMatchObject({ trigger: "#", query: "priv", from: 7 });
    expect(typed("(see #be honest")).toMatchObject({ query: "be honest" });
  });

  it("leaves words, fractions and addresses alone", () => {
    expect(typed("and/or")).toBeNull();
    expect(typed("1/2")).toBeNull();
    expect(typed("page#part")).toBeNull();
    expect(typed("# ")).toBeNull();
    expect(typed("see #this is no reference at all")).toBeNull();
  });

  it("offers references in headings and nothing in literal text", () => {
    expect(typed("#a", "heading", { level: 2 })?.trigger).toBe("#");
    expect(typed("/a", "heading", { level: 2 })).toBeNull();
    expect(typed("#a", "message", { role: "user" })).toBeNull();
  });
});
