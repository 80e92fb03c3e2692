import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { draftSchema } from "@/lib/draft/draft-schema";
import { ensureUids } from "@/lib/spec/uid";
import type { HeadingJson, NodeJson } from "@/lib/spec/block-json";
import { moveSection, type SectionMove } from "./move-section";

/** "1 A" is a heading of level 1 with title and uid A, anything else a paragraph. */
function text(...lines: string[]): EditorState {
  let next = 0;
  const content = lines.map((line): NodeJson => {
    const heading = /^(\d) (.+)$/.exec(line);
    const words = [{ type: "text", text: heading?.[2] ?? line }];
    return heading
      ? { type: "heading", attrs: { uid: heading[2]!, level: Number(heading[1]) }, content: words }
      : { type: "paragraph", content: words };
  });
  const blocks = ensureUids(content, () => `p${next++}`);
  return EditorState.create({ doc: draftSchema.nodeFromJSON({ type: "doc", content: blocks }) });
}

function lines(state: EditorState): string[] {
  return state.doc.content.content.map((node) => {
    const { level } = node.attrs as HeadingJson["attrs"];
    return node.type.name === "heading" ? `${level} ${node.textContent}` : node.textContent;
  });
}

function moved(state: EditorState, uid: string, move: SectionMove): string[] | null {
  const tr = moveSection(state, uid, move);
  return tr && lines(state.apply(tr));
}

const SPEC = ["1 A", "a", "2 B", "b", "2 C", "c", "3 D", "d", "1 E", "e"];

describe("moveSection", () => {
  it("takes everything under it along", () => {
    expect(moved(text(...SPEC), "A", { kind: "down" })).toEqual([
      "1 E",
      "e",
      "1 A",
      "a",
      "2 B",
      "b",
      "2 C",
      "c",
      "3 D",
      "d",
    ]);
  });

  it("moves among siblings and stops at the ends", () => {
    const state = text(...SPEC);
    expect(moved(state, "C", { kind: "up" })?.slice(2, 8)).toEqual([
      "2 C",
      "c",
      "3 D",
      "d",
      "2 B",
      "b",
    ]);
    expect(moved(state, "B", { kind: "up" })).toBeNull();
    expect(moved(state, "C", { kind: "down" })).toBeNull();
  });

  it("goes under the section before it, and out again, with its subsections", () => {
    const state = text(...SPEC);
    expect(moved(state, "C", { kind: "in" })?.slice(4)).toEqual([
      "3 C",
      "c",
      "4 D",
      "d",
      "1 E",
      "e",
    ]);
    expect(moved(state, "C", { kind: "out" })?.slice(4)).toEqual([
      "1 C",
      "c",
      "2 D",
      "d",
      "1 E",
      "e",
    ]);
    expect(moved(state, "A", { kind: "in" })).toBeNull();
    expect(moved(state, "B", { kind: "in" })).toBeNull();
  });

  it("is dropped before, after and inside of another section with its level", () => {
    const state = text(...SPEC);
    expect(moved(state, "E", { kind: "before", target: "B" })?.slice(1, 5)).toEqual([
      "a",
      "2 E",
      "e",
      "2 B",
    ]);
    expect(moved(state, "B", { kind: "inside", target: "E" })?.slice(6)).toEqual([
      "1 E",
      "e",
      "2 B",
      "b",
    ]);
    expect(moved(state, "D", { kind: "after", target: "E" })?.slice(6)).toEqual([
      "1 E",
      "e",
      "1 D",
      "d",
    ]);
  });

  it("cannot be dropped into itself", () => {
    expect(moved(text(...SPEC), "A", { kind: "inside", target: "D" })).toBeNull();
  });

  it("keeps uids and the caret", () => {
    const state = text(...SPEC);
    const place = 8;
    const withCaret = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
    const inWords = withCaret.selection.$from.parent.textContent;
    const tr = moveSection(withCaret, "A", { kind: "down" })!;
    const after = withCaret.apply(tr);
    expect(after.selection.$from.parent.textContent).toBe(inWords);
    const uids = (of: EditorState) =>
      of.doc.content.content.map((node) => node.attrs["uid"]).sort();
    expect(uids(after)).toEqual(uids(state));
  });
});
