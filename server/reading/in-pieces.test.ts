import { expect, it } from "vitest";
import { inPieces, REST } from "./in-pieces";

it("a long page has a rest before what follows a large piece, and loses nothing", () => {
  const parts = ["a", "b", "c", "d"].map((letter) => letter.repeat(7_000));
  const html = inPieces(parts);
  expect(html.replaceAll(REST, "")).toBe(parts.join(""));
  expect(html.split(REST).map(({ length }) => length)).toEqual([14_000, 14_000]);
});

it("a short page has none", () => {
  expect(inPieces(["a", "b"])).toBe("ab");
  expect(inPieces([])).toBe("");
});
