import { describe, expect, it } from "vitest";
import { bare } from "@/lib/markdown/testing/bare";
import { applyChanges } from "./apply-changes";
import { diffDocuments } from "./diff";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";

describe("named examples of the comparison", () => {
  it.each(ALL_FIXTURES)("$name: $note", ({ before, after, kinds }) => {
    const diff = diffDocuments(before, after);
    expect(diff.changes.map(({ kind }) => kind)).toEqual(kinds);
    expect(bare(applyChanges(before, diff).content)).toEqual(bare(after.content));
  });

  it.each(ALL_FIXTURES)("$name: nothing between a side and itself", ({ before, after }) => {
    expect(diffDocuments(before, before).changes).toEqual([]);
    expect(diffDocuments(after, after).changes).toEqual([]);
  });

  it("have names of their own", () => {
    expect(new Set(ALL_FIXTURES.map(({ name }) => name)).size).toBe(ALL_FIXTURES.length);
  });
});
