import { describe, expect, it } from "vitest";
import { pageNumber } from "./page-number";

describe("the page that an address asks for", () => {
  it.each([
    ["3", 3],
    ["1", 1],
    ["0", 1],
    ["-2", 1],
    ["two", 1],
    ["", 1],
    [undefined, 1],
  ])("is of %j the number %d", (text, number) => {
    expect(pageNumber(text)).toBe(number);
  });
});
