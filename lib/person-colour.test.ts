import fc from "fast-check";
import { expect, test } from "vitest";
import { PERSON_COLOURS, personColour } from "./person-colour";

test("the same id always has the same colour, and it is one of ours", () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(personColour(id)).toBe(personColour(`${id}`));
      expect(PERSON_COLOURS).toContain(personColour(id));
    }),
  );
});

test("ids that follow each other spread over all colours", () => {
  const used = new Set(Array.from({ length: 60 }, (_, n) => personColour(`user-${n}`)));
  expect(used.size).toBe(PERSON_COLOURS.length);
});

// The published FNV-1a values of "" and "a" are 2166136261 and 3826002220.
test.each([
  ["", 1],
  ["a", 0],
  ["ines", 6],
  ["tomas", 7],
])("%j keeps colour %i between versions: people know each other by them", (id, index) => {
  expect(personColour(id)).toBe(PERSON_COLOURS[index]);
});
