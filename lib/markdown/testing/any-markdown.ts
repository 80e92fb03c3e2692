import fc from "fast-check";

/** Pieces that mean something somewhere, and words that mean nothing. */
const PIECES = [
  "a",
  "word",
  "Be honest",
  "é",
  "日本",
  "שלום",
  "\u200b",
  "\u00a0",
  "👩‍🔬",
  " ",
  "  ",
  "    ",
  "\t",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\uFEFF",
  "\0",
  "#",
  "# ",
  "## T {#id authority=root}",
  "{#a .b c=d}",
  "- ",
  "* ",
  "+ ",
  "1. ",
  "2) ",
  "10. ",
  "> ",
  ">",
  "---",
  "===",
  "***",
  "___",
  "```",
  "~~~",
  "~~~xml",
  "`",
  "``",
  "*",
  "**",
  "_",
  "~~",
  "[",
  "]",
  "(",
  ")",
  "[?](#id)",
  "[^a9sq]",
  "[^1]: note",
  "[x](y)",
  "[x][y]",
  '[y]: /u "t"',
  "![i](s)",
  "<div>",
  "</div>",
  "<!--",
  "-->",
  "<b>",
  "<https://a.b>",
  "&lt;",
  "&amp;",
  "&nbsp;",
  "&#65;",
  "\\",
  "\\*",
  "\\\\(",
  "\\\\)",
  "\\\\[",
  "\\\\]",
  "$x$",
  "$$",
  "|",
  "| a | b |",
  "|---|:-:|",
  '!!! meta "Commentary"',
  "> [!NOTE]",
  "- [ ] ",
  "- [x] ",
  "**Example**: t",
  "**Example:** t",
  "<user>",
  "</user>",
  "<assistant>",
  "<assistant> <!-- GOOD: why -->",
  "<assistant> <!-- BAD[#id] -->",
  "</assistant>",
  "<comparison>",
  "</comparison>",
  "[...]",
  "<untrusted>",
  "</untrusted>",
  "*</comparison>",
  " </user>",
  "r[a.b]",
  "+++",
  "title: x",
  "1984. ",
  ":",
  "!",
  "&",
  "<",
  ">",
  "=",
  "-",
];

/** A whole example, so that random text often has one to break. */
const EXAMPLE = [
  "**Example**: t",
  "",
  "~~~xml",
  "<user>",
  "hi &lt;b&gt; <untrusted>x</untrusted>",
  "</user>",
  "<comparison>",
  "<assistant> <!-- GOOD: why -->",
  "yes",
  "</assistant>",
  "<assistant> <!-- BAD[#id] -->",
  "no",
  "</assistant>",
  "</comparison>",
  "~~~",
];

const line = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 5 })
  .map((pieces) => pieces.join(""));

const pieces = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: line },
      { weight: 1, arbitrary: fc.constant(EXAMPLE.join("\n")) },
    ),
    {
      maxLength: 14,
    },
  )
  .chain((lines) =>
    fc.constantFrom("\n", "\n\n", "\n    ", "\n> ", "\r\n", "\n  ").map((end) => lines.join(end)),
  );

/** An example with a few characters lost, doubled or replaced. */
const broken = fc
  .array(
    fc.record({
      at: fc.nat(EXAMPLE.join("\n").length - 1),
      insert: fc.constantFrom("", "", ...PIECES),
      remove: fc.nat(3),
    }),
    { maxLength: 4 },
  )
  .map((edits) =>
    edits.reduce(
      (text, { at, insert, remove }) => text.slice(0, at) + insert + text.slice(at + remove),
      EXAMPLE.join("\n"),
    ),
  );

/** Text of every kind: Markdown put together at random, broken examples, and noise. */
export const anyMarkdown = fc.oneof(
  { weight: 6, arbitrary: pieces },
  { weight: 2, arbitrary: broken },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
);
