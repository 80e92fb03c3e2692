import fc from "fast-check";
import type {
  BlockJson,
  ExampleChildJson,
  InlineJson,
  ListItemJson,
  MarkJson,
  ResponseJson,
  TableCellJson,
  TextJson,
} from "@/lib/spec/block-json";
import { ROLES, VERDICTS } from "@/lib/spec/schema/example-blocks";

/** Texts that look like something else, and texts that look like nothing. */
const WORDS = [
  "a",
  "honest",
  "b c",
  "Be honest.",
  "é",
  "日本語",
  "“quoted”",
  "(in brackets)",
  "שלום",
  "x_y_z",
  "2 * 3",
  "# x",
  "#",
  "##",
  "C#",
  "- ",
  "- x",
  "+ y",
  "* z",
  "1. one",
  "2) two",
  "1984. x",
  "> q",
  "---",
  "===",
  "***",
  "**",
  "*",
  "__",
  "_",
  "~~",
  "~~~",
  "```",
  "`",
  "``",
  "[a](b)",
  "[a]",
  "[",
  "]",
  "](x)",
  "[?](#y)",
  "[^a9sq]",
  "[^1]: n",
  "[l]: /u",
  "!",
  "![i](s)",
  "</assistant>",
  "<user>",
  "<!-- GOOD -->",
  "<b>",
  "<div>",
  "<",
  ">",
  "&lt;",
  "&amp;",
  "&",
  "&#65;",
  "&nbsp;",
  "!!! meta",
  '!!! meta "C"',
  "[!NOTE]",
  "[ ] t",
  "[x] t",
  "r[a.b]",
  "|",
  "a | b",
  "|---|",
  "\\",
  "\\\\",
  "\\(",
  "\\\\(",
  "\\\\)",
  "\\*",
  "$",
  "$5",
  "$x$",
  "$$",
  "{#id}",
  "{a=b}",
  "{",
  "}",
  "**Example**: t",
  "**Example**:",
  "GOOD",
  "GOOD: x",
  "BAD[#x]",
  ": y",
  ", z",
  "-->",
  "<!--",
  "[...]",
  "+++",
  " ",
  "  ",
  "\t",
  "\u00a0",
  "\n",
  "\r\n",
  " lead",
  "trail ",
  "https://a.b",
  "<https://a.b>",
  "a@b.c",
  "    code",
  "=",
  ":",
];

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((w) => w.join(""));
const anchor = fc.constantFrom("x", "no_other", "a9sq", "clause-1", "y.z", "naïve");

const mark: fc.Arbitrary<MarkJson> = fc.oneof(
  fc.constantFrom<MarkJson>(
    { type: "strong" },
    { type: "em" },
    { type: "strike" },
    { type: "code" },
  ),
  fc
    .record({
      href: fc.constantFrom(
        "#x",
        "https://a.b/c?d=e&amp;f",
        "",
        "a b",
        "(x",
        "x)",
        "<y>",
        "\\)",
        "mailto:a@b.c",
      ),
      title: fc.constantFrom(null, "t", 'say "x"', "&lt;"),
    })
    .map((attrs): MarkJson => ({ type: "link", attrs: { ...attrs, reference: null } })),
);

const marks = fc.oneof(
  { weight: 3, arbitrary: fc.constant<MarkJson[]>([]) },
  { weight: 2, arbitrary: fc.array(mark, { minLength: 1, maxLength: 3 }) },
);

const atom: fc.Arbitrary<InlineJson> = fc.oneof(
  anchor.map((id): InlineJson => ({ type: "crossReference", attrs: { id } })),
  anchor.map((id): InlineJson => ({ type: "evaluationMarker", attrs: { id } })),
  fc.constantFrom<InlineJson>({ type: "softBreak" }, { type: "hardBreak" }),
  fc
    .record({
      tex: fc.constantFrom("x^2", "\\frac{a}{b}", " y ", "$", "a\\\\)"),
      display: fc.boolean(),
    })
    .map(({ tex, display }): InlineJson => ({
      type: "math",
      attrs: { tex, display, delimiter: "$" },
    })),
  words.map((alt): InlineJson => ({
    type: "inlineImage",
    attrs: { src: "s.png", alt, title: null },
  })),
  fc
    .constantFrom("<b>", "</b>", "<div>", "<!-- c -->", "&nbsp;", "&copy;", "<br/>", "hello", "<i")
    .map((source): InlineJson => ({ type: "rawInline", attrs: { source } })),
);

const inlineNode: fc.Arbitrary<InlineJson> = fc
  .record({
    node: fc.oneof(
      { weight: 3, arbitrary: words.map((text): InlineJson => ({ type: "text", text })) },
      { weight: 1, arbitrary: atom },
    ),
    marks,
  })
  .map(({ node, marks: own }) => (own.length > 0 ? { ...node, marks: own } : node));

const inline = fc.array(inlineNode, { maxLength: 5 }).map(content);

const tag: fc.Arbitrary<MarkJson> = fc
  .record({
    name: fc.constantFrom("untrusted", "settings", "user", "x-y"),
    attributes: fc.constantFrom<[string, string][]>([], [["a", "<b> & c"]]),
  })
  .map((attrs) => ({ type: "tagged", attrs }));

const literalText: fc.Arbitrary<TextJson> = fc
  .record({ text: words, own: fc.array(tag, { maxLength: 2 }) })
  .map(({ text, own }) =>
    own.length > 0 ? { type: "text", text, marks: own } : { type: "text", text },
  );

const body = fc.array(literalText, { maxLength: 4 }).map(content);
const plainBody = fc.array(words, { maxLength: 5 }).map((lines) => literal(lines.join("\n")));

const role = fc.constantFrom(...ROLES);
const attributes = fc.constantFrom<[string, string][]>(
  [],
  [["name", "browser"]],
  [
    ["a", "x > y"],
    ["b", ""],
  ],
);

const message: fc.Arbitrary<ExampleChildJson> = fc
  .record({ role, attributes, body })
  .map(({ body: said, ...attrs }) => ({
    type: "message",
    attrs: { uid: null, ...attrs },
    ...said,
  }));

const response: fc.Arbitrary<ResponseJson> = fc
  .record({
    attrs: fc.record({
      role,
      attributes,
      verdict: fc.constantFrom(...VERDICTS, null),
      violates: fc.option(anchor),
    }),
    reason: fc.option(inline),
    body: fc.option(body),
  })
  .map(({ attrs, reason, body: said }) => ({
    type: "response",
    attrs: { uid: null, ...attrs },
    ...content([
      ...(reason ? [{ type: "reason" as const, ...reason }] : []),
      ...(said ? [{ type: "body" as const, ...said }] : []),
    ]),
  }));

const elision = fc.constant<ExampleChildJson>({ type: "elision", attrs: { uid: null } });

const comparison: fc.Arbitrary<ExampleChildJson> = fc
  .array(fc.oneof({ weight: 4, arbitrary: response }, message, elision), { maxLength: 3 })
  .map((children) => ({
    type: "comparison",
    attrs: { uid: null },
    ...content(children as ResponseJson[]),
  }));

const example: fc.Arbitrary<BlockJson> = fc
  .record({
    attrs: fc.record({ id: fc.option(anchor), sensitive: fc.boolean() }),
    title: fc.option(inline),
    children: fc.array(fc.oneof(message, comparison, response, elision), { maxLength: 3 }),
  })
  .map(({ attrs, title, children }) => ({
    type: "example",
    attrs: { uid: null, ...attrs },
    ...content([...(title ? [{ type: "exampleTitle" as const, ...title }] : []), ...children]),
  }));

const heading: fc.Arbitrary<BlockJson> = fc
  .record({
    level: fc.integer({ min: 1, max: 6 }),
    id: fc.option(anchor),
    authority: fc.option(fc.constantFrom("root", "user")),
    tags: fc.array(fc.constantFrom("under_18", "b"), { maxLength: 2 }),
    extra: fc.constantFrom("", "", ".class", 'a="b c" d=e', "nonsense }"),
    words: inline,
  })
  .map(({ words: own, ...attrs }) => ({ type: "heading", attrs: { uid: null, ...attrs }, ...own }));

const cell: fc.Arbitrary<TableCellJson> = fc
  .record({ align: fc.constantFrom(null, "left", "center", "right"), own: inline })
  .map(({ align, own }) => ({ type: "tableCell", attrs: { header: false, align }, ...own }));

const table: fc.Arbitrary<BlockJson> = fc
  .array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 })
  .map((rows) => ({
    type: "table",
    attrs: { uid: null },
    ...content(
      rows.map((cells) => ({ type: "tableRow" as const, attrs: { uid: null }, ...content(cells) })),
    ),
  }));

const raw: fc.Arbitrary<BlockJson> = fc
  .constantFrom(
    ["html", "<div>\n  x\n</div>"],
    ["comment", "<!-- a\n\nb -->"],
    ["definition", "[l]: /u"],
    ["definition", "[l]: /u\n[m]: <v w> 't'"],
    ["footnote", "[^1]: note\n    more"],
    ["rule", "r[a.b]"],
  )
  .map(([kind, text]) => ({ type: "raw", attrs: { uid: null, kind: kind! }, ...literal(text!) }));

const leaf: fc.Arbitrary<BlockJson> = fc.oneof(
  {
    weight: 6,
    arbitrary: inline.map((own): BlockJson => ({
      type: "paragraph",
      attrs: { uid: null },
      ...own,
    })),
  },
  { weight: 2, arbitrary: heading },
  {
    weight: 1,
    arbitrary: fc
      .record({ language: fc.constantFrom("", "js", "xml", "a `b` c", " x "), own: plainBody })
      .map(({ language, own }): BlockJson => ({
        type: "codeBlock",
        attrs: { uid: null, language },
        ...own,
      })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<BlockJson>({ type: "horizontalRule", attrs: { uid: null } }),
  },
  {
    weight: 1,
    arbitrary: words.map((alt): BlockJson => ({
      type: "image",
      attrs: { uid: null, src: "a b.png", alt, title: null },
    })),
  },
  { weight: 1, arbitrary: raw },
  { weight: 1, arbitrary: table },
  { weight: 2, arbitrary: example },
);

const { block } = fc.letrec<{ block: BlockJson; item: ListItemJson }>((tie) => ({
  item: fc
    .record({
      checked: fc.constantFrom(null, null, true, false),
      children: fc.array(tie("block"), { maxLength: 3 }),
    })
    .map(({ checked, children }) => ({
      type: "listItem",
      attrs: { uid: null, checked },
      ...content(children),
    })),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 6, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.array(tie("block"), { maxLength: 3 }).map((children): BlockJson => ({
        type: "blockquote",
        attrs: { uid: null },
        ...content(children),
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          kind: fc.constantFrom("meta", "NOTE", "Two Words", "9"),
          title: fc.constantFrom("Commentary", null, 'a "b"', ""),
          children: fc.array(tie("block"), { maxLength: 3 }),
        })
        .map(({ kind, title, children }): BlockJson => ({
          type: "commentary",
          attrs: { uid: null, kind, title },
          ...content(children),
        })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          start: fc.constantFrom(null, 1, 7, 0),
          items: fc.array(tie("item"), { maxLength: 3 }),
        })
        .map(({ start, items }): BlockJson =>
          start === null
            ? { type: "bulletList", attrs: { uid: null }, ...content(items) }
            : { type: "orderedList", attrs: { uid: null, start }, ...content(items) },
        ),
    },
  ),
}));

/** Any run of blocks that the schema allows, most of them hard to say in Markdown. */
export const anyBlocks: fc.Arbitrary<BlockJson[]> = fc.array(block, { maxLength: 5 });

function content<C>(children: C[]): { content?: C[] } {
  return children.length > 0 ? { content: children } : {};
}

function literal(text: string): { content?: TextJson[] } {
  return text === "" ? {} : { content: [{ type: "text", text }] };
}
