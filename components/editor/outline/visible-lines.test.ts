import { describe, expect, it } from "vitest";
import { chapter, clause, spec } from "@/lib/spec/builders";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";
import { draftSchema } from "@/lib/draft/draft-schema";
import { toDraftBlocks } from "@/lib/draft/draft-marks";
import { indexOf } from "../index/spec-index";
import { visibleLines } from "./visible-lines";

const { content } = spec(
  chapter("First"),
  clause("a", "A", "Words of a."),
  clause("b", "B", "Words of b."),
  chapter("Second"),
);
const doc = draftSchema.nodeFromJSON({ type: "doc", content: toDraftBlocks(content) });
const { lines } = indexOf(doc, MODEL_SPEC_LEVELS);
const shown = (collapsed: string[], levels: string[]) =>
  visibleLines(lines, { collapsed: new Set(collapsed), levels }).map(({ title }) => title);
const uidOf = (title: string) => lines.find((line) => line.title === title)!.uid;

describe("visibleLines", () => {
  it("shows everything at first", () => {
    expect(shown([], [])).toEqual(lines.map(({ title }) => title));
  });

  it("hides what is under a collapsed chapter", () => {
    expect(shown([uidOf("First")], [])).toEqual(["First", "Second"]);
  });

  it("keeps chapters above the clauses of a level", () => {
    const level = lines.find(({ title }) => title === "A")!.authority!.name;
    expect(shown([], [level])).toEqual(["First", "A", "B"]);
    expect(shown([], ["No such level"])).toEqual([]);
  });
});
