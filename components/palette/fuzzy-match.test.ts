import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzyMatch } from "./fuzzy-match";

const matched = (query: string, text: string) => fuzzyMatch(query, text) !== null;

/** The texts that match, best first. */
const rank = (query: string, texts: string[]) =>
  texts
    .flatMap((text) => {
      const match = fuzzyMatch(query, text);
      return match ? [{ text, score: match.score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

test.each([
  ["pub", "Publish a release", true],
  ["par", "Publish a release", true],
  ["pure", "Publish a release", true],
  ["prl", "Publish a release", false],
  ["release publish", "Publish a release", true],
  ["ÉCRIRE", "écrire", true],
  ["creme", "Crème brûlée", true],
  ["", "anything", true],
  ["   ", "anything", true],
  ["publishx", "Publish a release", false],
  ["lbup", "Publish", false],
  ["a", "", false],
])("%j finds %j: %s", (query, text, expected) => {
  expect(matched(query, text)).toBe(expected);
});

test("a word's start wins over its middle", () => {
  expect(rank("rel", ["Unrelated matters", "Open releases"])[0]).toBe("Open releases");
});

test("an unbroken run wins over scattered letters", () => {
  expect(rank("edit", ["Every day in town", "Re-edited"])[0]).toBe("Re-edited");
});

test("of two equal matches the shorter comes first", () => {
  expect(rank("theme", ["Theme of the reading page", "Theme"])[0]).toBe("Theme");
});

test("hits point at the letters of the text", () => {
  expect(fuzzyMatch("bru", "Crème brûlée")?.hits).toEqual([6, 7, 8]);
});

test("law: every text is found by itself, and hits are places in it, ascending", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
      expect(matched(text, text)).toBe(true);
      const hits = fuzzyMatch(query, text)?.hits ?? [];
      expect(
        hits.every((hit, i) => hit < text.length && (i === 0 || hit > (hits[i - 1] ?? -1))),
      ).toBe(true);
    }),
  );
});
