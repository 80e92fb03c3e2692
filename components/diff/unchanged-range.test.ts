import { describe, expect, it } from "vitest";
import { p, spec } from "@/lib/spec/builders";
import { blocksInRange, unchangedRange } from "./unchanged-range";

const { content } = spec(p("Ask first."), p("Then wait."), p("Then act."));

describe("the text behind a fold", () => {
  it("is found by its places", () => {
    expect(blocksInRange(content, unchangedRange(content, [0, 2]))).toEqual([
      content[0],
      content[2],
    ]);
  });

  it("is found in a copy with other identities", () => {
    const { content: copy } = spec(p("Ask first."), p("Then wait."), p("Then act."));
    expect(blocksInRange(copy, unchangedRange(content, [1]))).toEqual([copy[1]]);
  });

  it("is nothing once the text is another", () => {
    const range = unchangedRange(content, [1, 2]);
    expect(blocksInRange(spec(p("Ask first."), p("Then wait.")).content, range)).toBeNull();
    expect(
      blocksInRange(spec(p("Ask first."), p("Wait."), p("Then act.")).content, range),
    ).toBeNull();
  });
});
