import { expect, test } from "vitest";
import { nextPlace } from "./next-place";

test.each([
  ["ArrowDown", 0, 3, 1],
  ["ArrowDown", 2, 3, 0],
  ["ArrowUp", 0, 3, 2],
  ["ArrowUp", 2, 3, 1],
  ["ArrowDown", 0, 1, 0],
  ["ArrowDown", -1, 0, null],
  ["Enter", 1, 3, null],
])("%s at %i of %i leads to %s", (key, active, count, place) => {
  expect(nextPlace(key, active, count)).toBe(place);
});
