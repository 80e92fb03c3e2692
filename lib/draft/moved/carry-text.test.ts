import { expect, it } from "vitest";
import { missingWords } from "./carry-text";
import type { Words } from "./removed-content";

/** "Say {always }true": letters in braces are one's own. */
function parts(text: string): Words[] {
  return text
    .split(/(\{[^}]*\})/)
    .filter(Boolean)
    .map((run) =>
      run.startsWith("{")
        ? { words: run.slice(1, -1), isMine: true }
        : { words: run, isMine: false },
    );
}

function carried(original: string, copy: string): string {
  return missingWords(parts(original), copy).reduceRight(
    (text, { at, words }) => text.slice(0, at) + words + text.slice(at),
    copy,
  );
}

it.each([
  ["the copy is as the mover saw it", "Say {always }true", "Say true", "Say always true"],
  ["twice in one line", "{So }say {always }true", "say true", "So say always true"],
  ["the mover had seen it", "Say {always }true", "Say always true", "Say always true"],
  ["and went on from there", "Say {always }true", "Say always quite true", "Say always quite true"],
  ["the mover wrote before it", "Say {always }true", "Now say true", "Now say always true"],
  ["the mover wrote behind it", "Say {always }true", "Say true.", "Say always true."],
  ["the mover wrote around it", "a{X}b", "aYb", "aXYb"],
  ["an empty line", "{New}", "", "New"],
  ["one of two was seen", "{So }say {always }true", "So say true", "So say always true"],
])("%s", (_, original, copy, result) => {
  expect(carried(original, copy)).toBe(result);
});
