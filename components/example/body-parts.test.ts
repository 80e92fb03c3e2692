import { describe, expect, it } from "vitest";
import type { TextJson } from "@/lib/spec/block-json";
import { bodyParts } from "./body-parts";
import { bodyWords } from "./body-words";
import { speakerOf } from "./speaker";

const text = (words: string): TextJson[] => [{ type: "text", text: words }];
const tagged = (words: string, name: string): TextJson => ({
  type: "text",
  text: words,
  marks: [{ type: "tagged", attrs: { name, attributes: [] } }],
});

describe("bodyParts", () => {
  it("keeps paragraphs together with their line ends", () => {
    expect(bodyParts(text("One.\n\nTwo.\n"))).toEqual([{ kind: "words", text: "One.\n\nTwo." }]);
  });

  it("finds lists, but not a single line with a dash", () => {
    expect(bodyParts(text("Take:\n- bread\n- salt\n\nDone."))).toEqual([
      { kind: "words", text: "Take:" },
      { kind: "list", ordered: false, start: 1, items: ["bread", "salt"] },
      { kind: "words", text: "Done." },
    ]);
    expect(bodyParts(text("- no list"))).toEqual([{ kind: "words", text: "- no list" }]);
  });

  it("goes on counting where a list of numbers starts, across empty lines", () => {
    expect(bodyParts(text("3. three\n   more\n\n4. four"))).toEqual([
      { kind: "list", ordered: true, start: 3, items: ["three\nmore", "four"] },
    ]);
  });

  it("keeps code as it is, indented fences too, and unclosed ones as words", () => {
    expect(bodyParts(text("Run\n   ```python\n   x = 1\n     y\n   ```"))).toEqual([
      { kind: "words", text: "Run" },
      { kind: "code", language: "python", code: "x = 1\n  y" },
    ]);
    expect(bodyParts(text("```\nopen"))).toEqual([{ kind: "words", text: "```\nopen" }]);
  });

  it("never makes a heading of a line in a message", () => {
    expect(bodyParts(text("# functions\nnamespace x"), true)).toEqual([
      { kind: "words", text: "# functions\nnamespace x" },
    ]);
  });

  it("sets what stood in a tag apart, tags in tags inside", () => {
    const nested: TextJson = {
      type: "text",
      text: "deep",
      marks: [...(tagged("", "untrusted").marks ?? []), ...(tagged("", "quote").marks ?? [])],
    };
    expect(bodyParts([...text("See "), tagged("this", "untrusted"), nested])).toEqual([
      { kind: "words", text: "See" },
      {
        kind: "tagged",
        name: "untrusted",
        attributes: [],
        parts: [
          { kind: "words", text: "this" },
          {
            kind: "tagged",
            name: "quote",
            attributes: [],
            parts: [{ kind: "words", text: "deep" }],
          },
        ],
      },
    ]);
  });
});

describe("bodyWords", () => {
  const kinds = (source: string, literal = false) =>
    bodyWords(source, literal).map((word) =>
      "text" in word ? [word.kind, word.text] : [word.kind],
    );

  it("reads emphasis, code and strokes", () => {
    expect(kinds("a **b** *c* `d` ~~e~~ 2*3*4")).toEqual([
      ["text", "a "],
      ["strong", "b"],
      ["text", " "],
      ["em", "c"],
      ["text", " "],
      ["code", "d"],
      ["text", " "],
      ["strike", "e"],
      ["text", " 2*3*4"],
    ]);
  });

  it("reads formulas with one and with two backslashes", () => {
    expect(bodyWords("\\\\( \\frac{4}{3} \\\\) and \\[x\\]")).toEqual([
      { kind: "formula", tex: "\\frac{4}{3}", display: false },
      { kind: "text", text: " and " },
      { kind: "formula", tex: "x", display: true },
    ]);
  });

  it("reads files, elisions and stage directions, also in literal text", () => {
    expect(bodyWords("[file: scan.jpg a blurry label]\n[...]\n[coughs twice]", true)).toEqual([
      { kind: "file", name: "scan.jpg", caption: "a blurry label" },
      { kind: "text", text: "\n" },
      { kind: "elision" },
      { kind: "text", text: "\n" },
      { kind: "stage", text: "coughs twice" },
    ]);
    expect(kinds("**as written**", true)).toEqual([["text", "**as written**"]]);
  });

  it("takes time in proportion to the text, whatever stands in it", () => {
    for (const sign of ["**a", "`a", "\\\\(", "[a](", "[file: ", "*a", "~~a"]) {
      const started = performance.now();
      bodyWords(sign.repeat(20_000));
      expect(performance.now() - started, sign).toBeLessThan(4_000);
    }
  });
});

describe("speakerOf", () => {
  it("names who speaks, and to whom", () => {
    expect(speakerOf("assistant", [["recipient", "python"]]).name).toBe("Assistant to Python");
    expect(speakerOf("assistant", [["recipient", "functions.ask"]]).name).toBe(
      "Assistant to functions.ask",
    );
    expect(speakerOf("tool", [["name", "browser"]]).name).toBe("Browser (tool)");
    expect(speakerOf("user", [["comment", "in Korean"]])).toEqual({
      name: "User",
      note: "in Korean",
    });
    expect(speakerOf("assistant", [["end_turn", "false"]]).note).toBe("goes on");
  });
});
