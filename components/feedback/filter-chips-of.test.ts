import { describe, expect, it } from "vitest";
import { filterChipsOf, type FilterField } from "./filter-chips-of";
import type { FilterWords } from "./filter-words";

const NONE: FilterWords = {
  status: "",
  kind: "",
  clause: "",
  release: "",
  landed: "",
  care: "",
  age: "",
  sort: "",
  words: "",
};

const FIELDS: FilterField[] = [
  { name: "status", label: "State", options: [{ value: "open", words: "Open" }] },
  { name: "kind", label: "Kind", options: [{ value: "question", words: "Question" }] },
  { name: "words", label: "Words", options: [] },
];

const chips = (values: Partial<FilterWords>) =>
  filterChipsOf("/w/a/feedback", { ...NONE, ...values }, FIELDS);

describe("the chips of a filter", () => {
  it("are none without a choice", () => {
    expect(chips({})).toEqual([]);
  });

  it("say what is chosen in the words of the fields, and lead to the list without it", () => {
    expect(chips({ kind: "question", words: "two words" })).toEqual([
      {
        name: "kind",
        label: "Kind",
        value: "Question",
        href: "/w/a/feedback?status=&words=two+words",
      },
      {
        name: "words",
        label: "Words",
        value: "two words",
        href: "/w/a/feedback?status=&kind=question",
      },
    ]);
  });

  it("leave an empty state behind, so that the inbox shows every state", () => {
    expect(chips({ status: "open", landed: "2026-07" })).toMatchObject([
      { name: "status", href: "/w/a/feedback?status=&landed=2026-07" },
    ]);
  });
});
