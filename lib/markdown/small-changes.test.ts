import { describe, expect, it } from "vitest";
import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { counter, p } from "@/lib/spec/builders";
import type { ProfileName } from "@/lib/spec/document";
import { parse } from "./parse";
import { print, printText } from "./print";

/** Reads, changes the document, writes. */
function after(
  text: string,
  change: (blocks: BlockJson[]) => BlockJson[] | void,
  profile: ProfileName = "generic",
): string {
  const { document, source } = parse(text, { profile, mint: counter() });
  const content = structuredClone(document.content);
  return printText({ ...document, content: change(content) ?? content }, source);
}

/** Replaces words wherever they stand in texts. */
const replacing = (from: string, to: string) => (blocks: BlockJson[]) => {
  const visit = (node: NodeJson) => {
    if (node.text !== undefined) node.text = node.text.replace(from, to);
    node.content?.forEach(visit);
  };
  blocks.forEach(visit);
};

const fresh = { ...p("new"), attrs: { uid: "new" } };

describe("an edit changes what was edited", () => {
  it.each([
    ["a word beside others", "# A\n\n_b_ c d\n\ne  \n", ["c", "x"], "# A\n\n_b_ x d\n\ne  \n"],
    ["a word in a hard-wrapped paragraph", "a \nb\nc\n", ["b", "x"], "a \nx\nc\n"],
    ["a word beside an entity", "a &gt; b c\n", ["c", "x"], "a &gt; b x\n"],
    ["a word in a list with stars", "* a\n* b\n\n  c\n", ["a", "x"], "* x\n* b\n\n  c\n"],
    ["a word in a quote that is lazy", "> a\nb\n\n> c\n", ["c", "x"], "> a\nb\n\n> x\n"],
    ["a cell", "|a|b|\n|-|-|\n|c|d|\n|e|f|\n", ["c", "x"], "|a|b|\n|-|-|\n| x | d |\n|e|f|\n"],
    ["a title", "A\n===\nb\n", ["A", "X"], "# X {#a}\nb\n"],
    ["code between tildes", "~~~ js\na\n~~~\nb\n", ["b", "x"], "~~~ js\na\n~~~\nx\n"],
    ["a word in a text with CRLF", "a\r\nb\r\n\r\nc", ["a", "x"], "x\r\nb\r\n\r\nc"],
    ["a nested item", "1. a\n   - b\n   - c\n2. d\n", ["b", "x"], "1. a\n   - x\n   - c\n2. d\n"],
    [
      "a word in a language from the right",
      "שלום עולם\n\n日本\n",
      ["עולם", "לכם"],
      "שלום לכם\n\n日本\n",
    ],
  ])("%s", (_, text, [from, to], expected) => {
    expect(after(text, replacing(from!, to!))).toBe(expected);
  });

  it("in one response and leaves the others, their labels and entities", () => {
    const text = [
      "**Example:** t",
      "~~~xml",
      "<user> ",
      "a &quot;b&quot;",
      "c",
      "</user>",
      "<comparison>",
      "<assistant> <!-- GOOD, as asked -->",
      "d > &lt;e&gt;",
      "f",
      "</assistant>",
      "</comparison>",
      "~~~",
    ].join("\n");
    expect(after(text, replacing("f", "x"), "model-spec")).toBe(text.replace("f\n</a", "x\n</a"));
    expect(after(text, replacing("c", "x"), "model-spec")).toBe(text.replace("\nc\n", "\nx\n"));
    const verdict = after(
      text,
      (blocks) => {
        const comparison = (blocks[0] as NodeJson).content![2]!;
        comparison.content![0]!.attrs!["verdict"] = "OK";
      },
      "model-spec",
    );
    expect(verdict).toBe(text.replace("GOOD, as asked", "OK: as asked"));
  });

  it.each([
    ["inserted", (blocks: BlockJson[]) => blocks.splice(1, 0, fresh), "_a_\n\nnew\n\n\n_b_\n* c"],
    ["put first", (blocks: BlockJson[]) => blocks.unshift(fresh), "new\n\n_a_\n\n\n_b_\n* c"],
    ["put last", (blocks: BlockJson[]) => blocks.push(fresh), "_a_\n\n\n_b_\n* c\n\nnew"],
    ["deleted", (blocks: BlockJson[]) => blocks.splice(1, 1), "_a_\n\n* c"],
    ["moved", (blocks: BlockJson[]) => blocks.push(...blocks.splice(0, 1)), "_b_\n* c\n\n_a_"],
  ])("when a block is %s", (_, change, expected) => {
    expect(after("_a_\n\n\n_b_\n* c", (blocks) => void change(blocks))).toBe(expected);
  });

  it("numbers a list on when it counts, and not when every number is the same", () => {
    const insert = (blocks: BlockJson[]) => {
      const list = blocks[0] as BlockJson & { type: "orderedList" };
      list.content!.splice(1, 0, {
        type: "listItem",
        attrs: { uid: "i", checked: null },
        content: [fresh],
      });
    };
    expect(after("1. a\n2. b", insert)).toBe("1. a\n2. new\n3. b");
    expect(after("1. a\n1. b", insert)).toBe("1. a\n1. new\n1. b");
    expect(after("1. a\n\n2. b", insert)).toBe("1. a\n\n2. new\n\n3. b");
  });

  it("keeps two lists apart that come to stand together", () => {
    expect(after("- a\n\nb\n\n- c", (blocks) => void blocks.splice(1, 1))).toBe("- a\n\n* c");
  });

  it("writes an id that the title no longer gives", () => {
    expect(after("# Be honest\n", replacing("honest", "kind"))).toBe("# Be kind {#be-honest}\n");
  });

  it("escapes what was typed only where it would mean something", () => {
    const typed = (words: string) => after("a\n", replacing("a", words)).trimEnd();
    expect(
      ["2 * 3", "[...]", "snake_case", "C#", "a < b", "AT&T", "x: y", "$5"].map(typed),
    ).toEqual(["2 * 3", "[...]", "snake_case", "C#", "a < b", "AT&T", "x: y", "$5"]);
    expect(["*x*", "# x", "- x", "1. x", "[a](b)", "&lt;", "<b>", "`x`"].map(typed)).toEqual([
      "\\*x\\*",
      "\\# x",
      "\\- x",
      "1\\. x",
      "\\[a](b)",
      "\\&lt;",
      "\\<b>",
      "\\`x\\`",
    ]);
  });
});

describe("files", () => {
  const files = {
    "spec/model_spec.md": "# A {#a authority=root}\n\nb[^a9sq]",
    "spec/examples/a9sq.md":
      "Examples for [^a9sq] in A:\n\n**Example**: t\n\n~~~xml\n<user>\nq\n</user>\n~~~",
    "spec/README.md": "not the spec",
  };

  it("are told apart, and written where they were", () => {
    const { document, source, notes } = parse(files, { mint: counter() });
    expect(document.prompts.map(({ id }) => id)).toEqual(["a9sq"]);
    expect(notes.map(({ code, file }) => [code, file])).toEqual([
      ["file-ignored", "spec/README.md"],
    ]);
    expect({ ...print(document, source), "spec/README.md": "not the spec" }).toEqual(files);
    const more = { ...document, prompts: [...document.prompts, { id: "b1b1", content: [fresh] }] };
    expect(print(more, source)["spec/examples/b1b1.md"]).toBe("new");
  });
});
