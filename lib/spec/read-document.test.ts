import { describe, expect, it } from "vitest";
import type { BlockJson } from "./block-json";
import {
  bad,
  bullets,
  clause,
  compare,
  example,
  p,
  prompts,
  spec,
  user,
  withPrompts,
} from "./builders";
import { checkSize } from "./check-size";
import { documentHash, specDocument } from "./document";
import { readDocument } from "./read-document";
import { UnreadableDocument } from "./unreadable-document";

const document = withPrompts(
  spec(clause("c", "C", p("x"), bullets("y"), example("t", user("q"), compare(bad("b", "why"))))),
  prompts("a9sq", "C", example("t", user("q"))),
);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const withBlock = (block: unknown) => asJson({ ...document, content: [block] });

describe("readDocument", () => {
  it("gives back what was written, with the same hash", async () => {
    const again = readDocument(asJson(document));
    expect(again).toEqual(document);
    expect(await documentHash(again)).toBe(await documentHash(document));
    expect(await documentHash({ ...document, title: "x" })).not.toBe(await documentHash(document));
  });

  it("completes attributes that have a default", () => {
    const [block] = readDocument(
      withBlock({ type: "heading", content: [{ type: "text", text: "a" }] }),
    ).content;
    expect(block?.attrs).toEqual({
      uid: null,
      level: 1,
      id: null,
      authority: null,
      tags: [],
      extra: "",
    });
  });

  it.each<[string, unknown, string]>([
    ["no object", 7, "$ "],
    ["another format", { ...specDocument(), format: "x" }, "$.format"],
    ["another schema", { ...specDocument(), schema: "0" }, "$.schema"],
    ["an unknown key", { ...specDocument(), extra: 1 }, "$.extra"],
    ["an unknown profile", { ...specDocument(), profile: "x" }, "$.profile"],
    [
      "a level without rank",
      { ...document, levels: [{ ...document.levels[0], rank: -1 }] },
      "$.levels[0].rank",
    ],
    ["a ledger event of no kind", { ...document, ledger: [{ kind: "lost" }] }, "$.ledger[0].kind"],
    ["an unknown node", withBlock({ type: "iframe" }), "$.content[0].type"],
    ["a node named like a method", withBlock({ type: "constructor" }), "$.content[0].type"],
    [
      "an unknown attribute",
      withBlock({ type: "paragraph", attrs: { style: "x" } }),
      "$.content[0].attrs.style",
    ],
    ["an unknown key in a node", withBlock({ type: "paragraph", html: "x" }), "$.content[0].html"],
    ["a wrong attribute", withBlock({ type: "heading", attrs: { level: 9 } }), "$.content[0] "],
    ["a node where it cannot be", withBlock({ type: "listItem" }), "$.content[0] "],
    ["an inline node as a block", withBlock({ type: "text", text: "x" }), "$.content[0] "],
    [
      "an empty text",
      withBlock({ type: "paragraph", content: [{ type: "text", text: "" }] }),
      "$.content[0] ",
    ],
    [
      "an unknown mark",
      withBlock({
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "blink" }] }],
      }),
      "$.content[0].content[0].marks[0].type",
    ],
    [
      "a mark where it is not allowed",
      withBlock({
        type: "codeBlock",
        content: [{ type: "text", text: "x", marks: [{ type: "em" }] }],
      }),
      "$.content[0] ",
    ],
    [
      "a deep fault",
      withBlock({
        type: "blockquote",
        content: [{ type: "paragraph" }, { type: "heading", attrs: { id: "a b" } }],
      }),
      "$.content[0].content[1] ",
    ],
    ["a key that pollutes", JSON.parse('{"__proto__": {"x": 1}}'), "$ holds a key named __proto__"],
  ])("refuses %s and says where", (_, value, where) => {
    expect(() => readDocument(value)).toThrow(UnreadableDocument);
    expect(() => readDocument(value)).toThrow(where);
  });

  it("refuses depth before anything recursive runs", () => {
    const nested = (depth: number) => {
      let block: unknown = { type: "paragraph" };
      for (let level = 1; level < depth; level++) block = { type: "blockquote", content: [block] };
      return { ...document, content: [block as BlockJson] };
    };
    expect(() => readDocument(nested(31))).not.toThrow();
    expect(() => readDocument(nested(33))).toThrow("more than 32 blocks deep");
    expect(() => readDocument(nested(100_000))).toThrow("more than 32 blocks deep");
    let list: unknown[] = [];
    for (let level = 0; level < 100_000; level++) list = [list];
    expect(() => readDocument({ ...document, title: list })).toThrow("nested too deeply");
  });

  it("refuses more than it is ready to read", () => {
    expect(() => checkSize({ a: "xxxx" }, { depth: 9, values: 9, characters: 4 })).toThrow(
      "characters",
    );
    expect(() => checkSize([1, 2, 3], { depth: 9, values: 3, characters: 9 })).toThrow("values");
  });
});
