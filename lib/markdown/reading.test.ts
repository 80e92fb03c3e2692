import { describe, expect, it } from "vitest";
import { counter } from "@/lib/spec/builders";
import type { ProfileName } from "@/lib/spec/document";
import { parse } from "./parse";
import { printText } from "./print";
import { shape } from "./testing/shape";

/** What a text says, after checking that it is printed as it was read. */
function read(text: string, profile: ProfileName = "generic"): string {
  const { document, source } = parse(text, { profile, mint: counter() });
  expect(printText(document, source)).toBe(text);
  return shape(document.content);
}

describe("inline content", () => {
  it.each([
    ["plain words", "p(plain words)"],
    ["a **b** *c* ***d***", "p(a strong(b) em(c) strong(em(d)))"],
    ["a __b__ _c_ snake_case_word", "p(a strong(b) em(c) snake_case_word)"],
    ["a ~~b~~ ~c~", "p(a strike(b) ~c~)"],
    ["2 * 3 * 4", "p(2 * 3 * 4)"],
    ["`a ** b` ``c ` d``", "p(code(a ** b) code(c ` d))"],
    ['[a](b) [c](<d e> "t") [f](#g)', "p(link:b(a) link:d e(c) link:#g(f))"],
    ["[a *b*](c)", "p(link:c(a )link:c(em(b)))"],
    [
      '[a][r] [R][] [r]\n\n[r]: /u "t"',
      'p(link:/u(a) link:/u(R) link:/u(r)) raw:definition([r]: /u "t")',
    ],
    ["[a][none] [none]", "p([a][none] [none])"],
    ["<https://a.b/c> <x@y.z>", "p(link:https://a.b/c(https://a.b/c) link:mailto:x@y.z(x@y.z))"],
    ["see [?](#be_honest), [^a9sq].", "p(see [?]#be_honest, [^a9sq].)"],
    ["a ![i](s) b", "p(a img(i→s) b)"],
    ["![i](s)", "img(i→s)"],
    ["a\nb  \nc\\\nd", "p(a⏎b⏎⏎c⏎⏎d)"],
    ["\\*a\\* \\[b\\] \\a", "p(*a* [b] \\a)"],
    ["a &lt;b&gt; &amp; &copy; &#65;", "p(a <b> & raw(&copy;) A)"],
    ["a <b>c</b> <!-- d --> 1 < 2", "p(a raw(<b>)craw(</b>) raw(<!-- d -->) 1 < 2)"],
    ["a --- b — “c”", "p(a --- b — “c”)"],
    ["日本語の**強調**です", "p(日本語のstrong(強調)です)"],
    ["שלום **עולם**", "p(שלום strong(עולם))"],
    ["it costs $5, or $6", "p(it costs $5, or $6)"],
    ["so $x^2$ and $$y$$", "p(so math(x^2) and math(y))"],
    ["a\u200bb\u2011c\td", "p(a\u200bb\u2011c\td)"],
  ])("%j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("has its own formulas in the Model Spec's dialect", () => {
    expect(read("so \\\\( \\frac{4}{3} \\\\) costs $5 or $6", "model-spec")).toBe(
      "p(so math( \\frac{4}{3} ) costs $5 or $6)",
    );
  });
});

describe("blocks", () => {
  it.each([
    ["# A {#a}\n\n### B {#b authority=root tags=x,y .c}\n", "h1#a(A) h3#b@root(B)"],
    ["# A #\n## B ## {#b}\n# C#\n#nospace", "h1#a(A) h2#b(B) h1#c(C#) p(#nospace)"],
    ["A\n=\n\nB c\n---\n", "h1#a(A) h2#b-c(B c)"],
    ["# A\n# A\n# A {#x}\n", "h1#a(A) h1#a-1(A) h1#x(A)"],
    ["# Café & Bär_x\n", "h1#café--bär_x(Café & Bär_x)"],
    ["# a {b} {c}\n", "h1#a-b-c(a {b} {c})"],
    ["- a\n- b\n  - c\n\n* d", "ul(li(p(a)) li(p(b) ul(li(p(c))))) ul(li(p(d)))"],
    ["1. a\n2. b\n\n3) c", "ol(li(p(a)) li(p(b))) ol:3(li(p(c)))"],
    ["- a\n\n    b\n\n- c", "ul(li(p(a) p(b)) li(p(c)))"],
    ["- [ ] a\n- [x] b\n- [x]c", "ul(li:o(p(a)) li:x(p(b)) li(p([x]c)))"],
    ["- a\nlazy\n- b", "ul(li(p(a⏎lazy)) li(p(b)))"],
    ["1984. a year", "ol:1984(li(p(a year)))"],
    ["in\n1984. a year", "p(in⏎1984. a year)"],
    ["> a\nb\n>\n> c\n\n> d", "quote(p(a⏎b) p(c)) quote(p(d))"],
    ["> [!NOTE]\n> a\n", "commentary:NOTE:null(p(a))"],
    [
      '!!! meta "Commentary"\n    a\n\n    - b\n\nc',
      "commentary:meta:Commentary(p(a) ul(li(p(b)))) p(c)",
    ],
    ['!!! meta "Commentary"\n\n    a\n    b', "commentary:meta:Commentary(p(a⏎b))"],
    ["!!! note\n    a", "commentary:note:null(p(a))"],
    ["```js x\na\n\n  b\n```\n", "code:js x(a\n\n  b)"],
    ["~~~\n```\n~~~~\n", "code(```)"],
    ["- ```\n  a\n  ```", "ul(li(code(a)))"],
    ["a\n\n    b\n     c\n\n\td", "p(a) code(b\n c\n\nd)"],
    ["```\nunclosed\n\n", "code(unclosed)"],
    ["---\n***\n_ _ _", "hr hr hr"],
    [
      "a | b\n:-: | --\n1 | 2 \\| 3\n4",
      "table(row(th:center(a) th(b)) row(td:center(1) td(2 | 3)) row(td:center(4)))",
    ],
    ["words\n| a |\n|---|\n", "p(words) table(row(th(a)))"],
    ["| a |\n|---|---|\n", "p(| a |⏎|---|---|)"],
    ["<div>\n*a*\n\nb", "raw:html(<div>\n*a*) p(b)"],
    ["<!-- a\n\nb -->\nc", "raw:comment(<!-- a\n\nb -->) p(c)"],
    ["a\n\n[^1]: b\n    c\n\nd", "p(a) raw:footnote([^1]: b\n    c) p(d)"],
    ["---\ntitle: A\n---\n\nb", "raw:frontMatter(---\ntitle: A\n---) p(b)"],
    ["+++\ntitle = 'A'\n+++\nb", "raw:frontMatter(+++\ntitle = 'A'\n+++) p(b)"],
    ["r[items.use]\nThe text.", "raw:rule(r[items.use]) p(The text.)"],
    ["\uFEFF# A\r\n\r\nb\r\nc\r\n", "h1#a(A) p(b⏎c)"],
    ["\n\n  a  \n\n\n\nb\n\n", "p(a) p(b)"],
  ])("%j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("gives no id to a heading without one in the Model Spec's dialect", () => {
    expect(read("# A", "model-spec")).toBe("h1(A)");
  });
});

describe("examples", () => {
  const fenced = (...lines: string[]) =>
    ["**Example**: t", "", "~~~xml", ...lines, "~~~"].join("\n");

  it.each([
    [fenced("<user>", "hi", "</user>"), "example(title(t) user(hi))"],
    [fenced('<tool name="browser">', "a", "", "b", "</tool>"), "example(title(t) tool(a\n\nb))"],
    [
      fenced(
        "<comparison>",
        "<assistant> <!-- BAD[#c]: *so* -->",
        "x",
        "</assistant>",
        "</comparison>",
      ),
      "example(title(t) comparison(BAD#c(reason(em(so)) body(x))))",
    ],
    [
      fenced(
        "<comparison>",
        "<assistant> <!-- GOOD, given x -->",
        "y",
        "</assistant>",
        "</comparison>",
      ),
      "example(title(t) comparison(GOOD(reason(given x) body(y))))",
    ],
    [
      fenced("<comparison>", "<assistant>", "y", "</assistant>", "</comparison>"),
      "example(title(t) comparison(null(body(y))))",
    ],
    [
      fenced("<assistant> <!-- MIXED: so -->", "y", "</assistant>"),
      "example(title(t) null(reason(MIXED: so) body(y)))",
    ],
    [
      fenced("<user>", "a &lt;b&gt; &amp; &quot;c&quot; &nbsp;", "</user>"),
      'example(title(t) user(a <b> & "c" &nbsp;))',
    ],
    [
      fenced("<user>", "# functions", "```", "x", "```", "</user>"),
      "example(title(t) user(# functions\n```\nx\n```))",
    ],
    [
      fenced("<user>", "a", "<untrusted>", "b", "</untrusted>", "</user>"),
      "example(title(t) user(a\n<untrusted>(\nb\n)))",
    ],
    [fenced("<user>", "a <b> c", "</user>"), "example(title(t) user(a <b> c))"],
    [fenced("<user>", "</user>"), "example(title(t) user)"],
    [fenced("<user>hi</user>"), "example(title(t) user(hi))"],
    [
      fenced("<developer>", "a", "</developer>", "[...]", "<user>", "b", "</user>"),
      "example(title(t) developer(a) elision user(b))",
    ],
    [fenced("*<user>", "a", " </user>"), "example(title(t) user(a))"],
    [fenced("<user> ", "a", "*</user>"), "example(title(t) user(a))"],
    [fenced("note", "<user>", "a", "</user>"), "example(title(t) raw:stray(note) user(a))"],
    [fenced("<user>", "a"), "example(title(t) raw:opaque(<user>\na))"],
    [fenced("<usr>", "a", "</usr>"), "example(title(t) raw:opaque(<usr>\na\n</usr>))"],
    [fenced(), "example(title(t))"],
    ["**Example:** t\n~~~xml\n<user>\na\n</user>\n~~~", "example(title(t) user(a))"],
    ["**Example**: see [?](#x)\n\n~~~xml\n~~~", "example(title(see [?]#x))"],
    ["**Example**: t {#own .sensitive}\n\n~~~xml\n~~~", "example#own(title(t))"],
    ["~~~xml\n<user>\na\n</user>\n~~~", "example(user(a))"],
    ["~~~xml\n<a/>\n~~~", "code:xml(<a/>)"],
    ["```xml\n<user>\na\n</user>\n```", "code:xml(<user>\na\n</user>)"],
    ["**Example**: t\n\nwords", "p(strong(Example): t) p(words)"],
  ])("%j", (text, expected) => {
    expect(read(text, "model-spec")).toBe(expected);
  });

  it("says which tags are mangled, where, and what could not be read", () => {
    const text = fenced("*<user>", "a", " </user>", "<assistant> ", "b", "</assistant>");
    const { notes } = parse(text, { mint: counter() });
    expect(notes.map(({ code, line }) => [code, line])).toEqual([
      ["mangled-tag", 4],
      ["mangled-tag", 6],
      ["mangled-tag", 7],
    ]);
    const broken = parse(fenced("<user>"), { mint: counter() }).notes;
    expect(broken.map(({ code, line }) => [code, line])).toEqual([["opaque-example", 3]]);
  });
});
