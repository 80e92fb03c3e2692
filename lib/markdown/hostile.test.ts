import { describe, expect, it } from "vitest";
import { counter } from "@/lib/spec/builders";
import { MAX_DEPTH } from "@/lib/spec/check-size";
import { walk } from "@/lib/spec/walk";
import { parse } from "./parse";
import { printText } from "./print";
import { SOAK } from "./testing/soak";

const FULL = SOAK > 1 ? 1 : 0.1;
const x = (text: string, count = 100_000) => text.repeat(count * FULL);

/**
 * Texts that have brought parsers down. Each is read and written in at most this CPU time. The goal for the full
 * sizes is 2 s on a machine three times as fast as a slow one; what is not linear takes minutes on both.
 */
const SECONDS = SOAK > 1 ? 6 : 1;

const HOSTILE: Record<string, string> = {
  "nested quotes": x(">"),
  "nested quotes with spaces": `${x("> ")}a`,
  "nested lists on one line": `${x("- ")}a`,
  "nested lists on lines": Array.from({ length: 400 }, (_, i) => `${" ".repeat(2 * i)}- a`).join(
    "\n",
  ),
  "opening brackets": x("["),
  "closing brackets": x("]"),
  "images in images": x("!["),
  "links in brackets": `${x("[", 50_000)}${x("[a](b)", 20_000)}`,
  "unclosed links": x("[a](", 50_000),
  "unclosed titles": x('[a](b "', 30_000),
  "angle addresses": x("[a](<b", 30_000),
  "reference labels": x("[a][b]", 50_000),
  "emphasis that never closes": x("*a ", 50_000),
  "emphasis that only closes": x("a* ", 50_000),
  "mixed emphasis": x("*a _b **c ", 30_000),
  "long runs of stars": `${x("*", 50_000)}a${x("*", 50_000)}`,
  "alternating stars": x("**a*", 20_000),
  "rule of three": x("a***b**", 15_000),
  "backticks of every length": Array.from({ length: 600 }, (_, i) => "`".repeat(i + 1)).join(" "),
  "comments that never close": x("<!-- ", 50_000),
  "inline comments that never close": `a ${x("<!-- ", 50_000)}`,
  "declarations that never close": `a ${x("<!A ", 50_000)}`,
  "tags that never close": `a ${x("<a b=c ", 50_000)}`,
  "tag with many attributes": `a <a ${x("b=c ", 50_000)}`,
  entities: x("&amp", 50_000),
  backslashes: x("\\"),
  "formulas that never close": x("\\\\( ", 50_000),
  dollars: x("$a ", 50_000),
  "double dollars": x("$$a ", 50_000),
  "one line of a megabyte": x("honest words ", 80_000),
  "one line of spaces": `a${x(" ", 1_000_000)}b`,
  "spaces at line ends": x(`a${" ".repeat(50)}\n`, 20_000),
  "one line of tabs": `${x("\t")}a`,
  "empty lines": x("\n", 300_000),
  "carriage returns": x("\r", 300_000),
  pipes: `a|b\n-|-\n${x("|", 200_000)}`,
  "table rows": `a|b\n-|-\n${x("a|b\n", 20_000)}`,
  "delimiter rows": x("a|b\n-|-\n", 10_000),
  definitions: Array.from({ length: 20_000 }, (_, i) => `[a${i}]: /b`).join("\n"),
  "definitions that are none": x("[a]: ", 50_000),
  headings: x("# a\n", 30_000),
  "headings of closing signs": `# a ${x("#")}`,
  "headings of braces": `# a ${x("{")}${x("}")}`,
  fences: x("```\n", 50_000),
  "front matter that never ends": `---\n${x("a: b\n", 50_000)}`,
  "examples without messages": x("**Example**: t\n\n~~~xml\n~~~\n", 5_000),
  "messages that never close": `~~~xml\n${x("<user>\n", 50_000)}~~~`,
  "comparisons in comparisons": `~~~xml\n${x("<comparison>\n", 50_000)}~~~`,
  "tags in bodies": `~~~xml\n<user>\n${x("<a>", 50_000)}${x("</a>", 50_000)}\n</user>\n~~~`,
  "different tags in bodies": `~~~xml\n<user>\n${Array.from({ length: 20_000 }, (_, i) => `<a${i}>`).join("")}\n</user>\n~~~`,
  "attributes of tags": `~~~xml\n<user ${x('a="b" ', 50_000)}>\n</user>\n~~~`,
  "fence-like lines in bodies": `~~~~xml\n<user>\n${x("~~~\n", 50_000)}</user>\n~~~~`,
  items: x("- a\n", 30_000),
  admonitions: x('!!! meta "C"\n', 20_000),
  "nested admonitions": Array.from({ length: 300 }, (_, i) => `${" ".repeat(4 * i)}!!! meta`).join(
    "\n",
  ),
  "lazy lines": `> a\n${x("b\n", 50_000)}`,
  "same titles": x("# Same\n\n", 10_000),
  "null characters": x("\0"),
  "half surrogates": x("\ud800a"),
};

describe.each(["model-spec", "generic"] as const)("hostile text in profile %s", (profile) => {
  it.each(Object.entries(HOSTILE))("%s", { timeout: 60_000 }, (_, text) => {
    const start = process.cpuUsage();
    const { document, source } = parse(text, { profile, mint: counter() });
    const printed = printText(document, source);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    expect(printed === text).toBe(true);
    expect(depthOf(document.content)).toBeLessThanOrEqual(MAX_DEPTH);
    expect(seconds).toBeLessThan(SECONDS);
  });
});

function depthOf(nodes: Parameters<typeof walk>[0]): number {
  let deepest = 0;
  walk(nodes, (_, depth) => {
    deepest = Math.max(deepest, depth);
  });
  return deepest;
}
