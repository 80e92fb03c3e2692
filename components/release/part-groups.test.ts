import { describe, expect, it } from "vitest";
import { partGroups } from "./part-groups";
import type { ReviewPart } from "./review-types";

const part = (title: string, more: Partial<ReviewPart>): ReviewPart => ({
  key: title,
  change: title,
  kind: "section",
  became: "changed",
  title,
  id: null,
  sectionNumber: null,
  level: null,
  chapter: null,
  state: "needs approval",
  approvedBy: [],
  needed: 1,
  ownersMissing: [],
  couldApprove: [{ id: "rosa", name: "Rosa" }],
  isStuck: false,
  objections: 0,
  mine: { approved: false, hindrance: null, viewed: false },
  unexplained: false,
  ...more,
});

describe("changes of a candidate in groups", () => {
  it("stand by what they wait for, most pressing first, each group in the order of the text", () => {
    const groups = partGroups([
      part("One", { state: "approved" }),
      part("Two", {}),
      part("Three", { state: "objected" }),
      part("Four", { needed: 2 }),
      part("Five", {}),
      part("Six", { state: "needs approval again" }),
    ]);
    expect(
      groups.map(({ state, words, parts }) => [state, words, parts.map((p) => p.title)]),
    ).toEqual([
      ["objected", "An objection is open.", ["Three"]],
      ["needs approval again", "Needs 1 more approval: Rosa.", ["Six"]],
      ["needs approval", "Needs 1 more approval: Rosa.", ["Two", "Five"]],
      ["needs approval", "Needs 2 more approvals: Rosa.", ["Four"]],
      ["approved", null, ["One"]],
    ]);
  });
});
