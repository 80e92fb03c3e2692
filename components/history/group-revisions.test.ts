import { describe, expect, it } from "vitest";
import { groupRevisions } from "./group-revisions";

const revision = (number: number, at: string, runBase: number) => ({
  number,
  at: new Date(`2026-11-${at}:00Z`),
  runBase,
});
const LIST = [
  revision(5, "24T10:00", 4),
  revision(4, "23T12:00", 1),
  revision(3, "23T11:30", 1),
  revision(2, "22T23:59", 1),
  revision(1, "22T09:00", 0),
];
const numbers = (folded: boolean) =>
  groupRevisions(LIST, folded).map(({ date, stretches }) => [
    date,
    stretches.map(({ revisions }) => revisions.map(({ number }) => number)),
  ]);

describe("groupRevisions", () => {
  it("folds a stretch of work, and ends it with the day", () => {
    expect(numbers(true)).toEqual([
      ["2026-11-24", [[5]]],
      ["2026-11-23", [[4, 3]]],
      ["2026-11-22", [[2], [1]]],
    ]);
  });

  it("shows each by itself when a filter is on", () => {
    expect(numbers(false)[1]).toEqual(["2026-11-23", [[4], [3]]]);
  });

  it("gives no day for nothing", () => {
    expect(groupRevisions([], true)).toEqual([]);
  });
});
