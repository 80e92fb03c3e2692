import { expect, it } from "vitest";
import { figuresForResearch } from "./figures-for-research";

it("leaves out what is about fewer than five people", () => {
  const [four, five] = [{ people: 4 }, { people: 5 }];
  expect(figuresForResearch([four, five])).toEqual({ rows: [five], leftOut: 1 });
});
