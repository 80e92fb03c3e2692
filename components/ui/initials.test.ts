import { expect, test } from "vitest";
import { initials } from "./initials";

test.each([
  ["Ines Okafor", "IO"],
  ["Ana María de la Cruz", "AC"],
  ["plato", "P"],
  ["  spaced   out  ", "SO"],
  ["李 小龙", "李小"],
  ["e\u0301lise", "É"],
  ["O'Neill-Smith", "O"],
  ["reader 42", "R4"],
  ["🦊", "?"],
  ["", "?"],
])("%j becomes %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
