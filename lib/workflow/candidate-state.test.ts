import { describe, expect, it } from "vitest";
import {
  CANDIDATE_DEEDS,
  CANDIDATE_STATES,
  CANDIDATE_TABLE,
  candidateState,
  refusalOf,
} from "./candidate-state";

// The whole table once more, written as people read it: a change of either is a decision.
const ALLOWED: Record<string, string> = {
  in_review:
    "approve retract_approval request_changes mark_editorial assign break_glass replace withdraw",
  changes_requested:
    "approve retract_approval request_changes settle_objection mark_editorial assign cancel_schedule break_glass replace withdraw",
  approved:
    "approve retract_approval request_changes mark_editorial assign schedule publish break_glass replace withdraw",
  scheduled:
    "approve retract_approval request_changes mark_editorial assign cancel_schedule publish break_glass replace withdraw",
  published: "",
  replaced: "",
  withdrawn: "",
};

const pairs = CANDIDATE_STATES.flatMap((state) =>
  CANDIDATE_DEEDS.map((deed) => [state, deed] as const),
);

describe("the table of a candidate", () => {
  it.each(pairs)("%s: %s", (state, deed) => {
    const allowed = ALLOWED[state]?.split(" ").includes(deed) ?? false;
    expect(CANDIDATE_TABLE[state][deed] !== null).toBe(allowed);
    if (!allowed) expect(refusalOf(state, deed)).toMatch(/^[A-Z].+\.$/);
  });

  it("ends a candidate for good", () => {
    for (const state of ["published", "replaced", "withdrawn"] as const) {
      expect(Object.values(CANDIDATE_TABLE[state]).every((outcome) => outcome === null)).toBe(true);
    }
  });
});

describe("the state of a candidate", () => {
  const open = { closedAs: null, openObjections: 0, approvalsComplete: false, scheduled: false };
  it.each([
    [{}, "in_review"],
    [{ approvalsComplete: true }, "approved"],
    [{ approvalsComplete: true, scheduled: true }, "scheduled"],
    [{ scheduled: true }, "in_review"],
    [{ openObjections: 1, approvalsComplete: true, scheduled: true }, "changes_requested"],
    [{ closedAs: "replaced" as const, openObjections: 1 }, "replaced"],
  ])("%j is %s", (facts, state) => {
    expect(candidateState({ ...open, ...facts })).toBe(state);
  });
});
