import { describe, expect, it } from "vitest";
import { bare } from "@/lib/markdown/testing/bare";
import {
  bad,
  clause,
  commentary,
  compare,
  example,
  good,
  prompts,
  spec,
  user,
  withPrompts,
} from "@/lib/spec/builders";
import type { BlockJson } from "@/lib/spec/block-json";
import { applyChanges } from "./apply-changes";
import { diffDocuments } from "./diff";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { sentenceOf } from "./sentence";
import { summarise } from "./summary";
import type { SpecDocument } from "@/lib/spec/document";

const RULE = "Say what is true, and say when you do not know.";
const one = (...blocks: BlockJson[]) => spec(clause("honest", "Be honest", RULE, ...blocks));

/** What people are told: whatever is part of something else left out. */
const told = (before: SpecDocument, after: SpecDocument) =>
  diffDocuments(before, after)
    .changes.filter(({ partOf }) => partOf === null)
    .map(sentenceOf);

const ASK = user("How tall is the tower in our town?");
const YES = good("I do not know. The town hall would.");
const NO = bad("It is 84 metres tall.");
const TOWER = example("the tower", ASK, compare(YES, NO));
const WORDS = commentary(
  "How tall is the tower in our town? “I do not know, the town hall would” is honest.",
  "It is 84 metres tall: that is made up.",
);

describe("an example whose words become commentary", () => {
  it("is told as that, and the other way round", () => {
    expect(told(one(TOWER), one(WORDS))).toEqual([
      "The example “the tower” in “Be honest” became commentary.",
    ]);
    expect(told(one(WORDS), one(TOWER))).toEqual([
      "A commentary in “Be honest” became the example “the tower”.",
    ]);
  });

  it("is one thing of its own in the sentence about everything", () => {
    const inShort = (...pair: [SpecDocument, SpecDocument]) =>
      summarise(diffDocuments(...pair)).sentence;
    const OTHER = example("the bridge", user("Is the bridge open?"), compare(good("Yes, it is.")));
    expect(inShort(one(TOWER), one(WORDS))).toBe("1 example became commentary");
    expect(inShort(one(WORDS), one(TOWER))).toBe("1 commentary became an example");
    expect(inShort(one(TOWER, OTHER), one(WORDS))).toBe(
      "1 example removed, 1 example became commentary",
    );
  });

  it("is an example that went where the commentary says something else", () => {
    const other = commentary(
      "Towers are often named after those who paid for them, and rarely kept.",
    );
    expect(told(one(TOWER), one(other))).toEqual([
      expect.stringMatching(/^The example “the tower” was removed/),
      expect.stringMatching(/^A commentary paragraph was added/),
    ]);
  });
});

describe("prompts for another marker", () => {
  const with_ = (id: string, ...more: string[]) =>
    withPrompts(
      one(),
      ...[id, ...more].map((each) => prompts(each, "Be honest", example("x", user("Do it.")))),
    );

  it("are the same prompts, and the old file does not stay behind", () => {
    const [before, after] = [with_("aaaa"), with_("dddd")];
    expect(told(before, after)).toEqual(["The evaluation prompts for aaaa are for dddd now."]);
    const made = applyChanges(before, diffDocuments(before, after));
    expect(made.prompts.map(({ id, content }) => [id, bare(content)])).toEqual(
      after.prompts.map(({ id, content }) => [id, bare(content)]),
    );
  });

  it("came and went where two files could be meant", () => {
    expect(told(with_("aaaa", "bbbb"), with_("cccc"))).toEqual([
      "Evaluation prompts for aaaa were removed.",
      "Evaluation prompts for bbbb were removed.",
      "Evaluation prompts for cccc were added.",
    ]);
  });

  it("take the marker along", () => {
    const { before, after } = ALL_FIXTURES.find(({ name }) => name === "prompts-renamed")!;
    expect(told(before, after)).toEqual(["The evaluation prompts for aaaa are for dddd now."]);
  });
});

describe("responses in another order", () => {
  it("are told as that, also beside an edit", () => {
    const swapped = example("the tower", ASK, compare(NO, YES));
    expect(told(one(TOWER), one(swapped))).toEqual([
      "The example “the tower” in “Be honest” says its parts in another order.",
    ]);
    const edited = example("the tower", ASK, compare(bad("It is 90 metres tall."), YES));
    expect(told(one(TOWER), one(edited))).toEqual([
      "The example “the tower” in “Be honest” was edited and says its parts in another order.",
    ]);
    const onlyEdited = example("the tower", ASK, compare(YES, bad("It is 90 metres tall.")));
    expect(told(one(TOWER), one(onlyEdited))).toEqual([
      "The example “the tower” in “Be honest” was edited.",
    ]);
  });
});
