import { describe, expect, it } from "vitest";
import {
  assistant,
  at,
  bad,
  chapter,
  clause,
  commentary,
  compare,
  example,
  good,
  heading,
  link,
  marker,
  p,
  prompts,
  raw,
  ref,
  section,
  spec,
  user,
  violates,
  withPrompts,
} from "../builders";
import type { SpecDocument } from "../document";
import { lint, RULES } from "./lint";

/** Section ids (or prompts, or uids) of the findings of one rule. */
function found(rule: string, document: SpecDocument): (string | null)[] {
  const others = RULES.filter(({ id }) => id !== rule).map(({ id }) => [id, "off"] as const);
  return lint(document, { rules: Object.fromEntries(others) }).map(
    (finding) => finding.sectionId ?? finding.prompts ?? finding.uid,
  );
}

const tricky = example("t", user("q"), compare(good("a"), violates("c", bad("b"))));

describe("rules", () => {
  it.each<[string, SpecDocument, (string | null)[]]>([
    [
      "dangling-reference",
      spec(clause("c", "C", p("see ", ref("gone"), " and ", ref("c")))),
      ["c"],
    ],
    [
      "dangling-reference",
      spec(clause("c", "C", p(link("#gone", "x"), link("https://a.b", "y")))),
      ["c"],
    ],
    [
      "dangling-reference",
      spec(clause("c", "C", example("t", compare(violates("gone", bad("x")))))),
      ["c"],
    ],
    ["dangling-reference", spec(clause("c", "C", p(link("#t", "the example")), example("t"))), []],
    [
      "self-reference",
      spec(clause("c", "C", p("see ", ref("c"))), clause("d", "D", p(ref("c")))),
      ["c"],
    ],
    [
      "clause-without-example",
      spec(clause("c", "C", "x"), clause("d", "D", tricky), section("s", "S")),
      ["c"],
    ],
    [
      "example-without-good",
      spec(clause("c", "C", example("t", compare(bad("x"))), tricky)),
      ["c"],
    ],
    [
      "example-without-bad",
      spec(clause("c", "C", example("t", compare(good("x"))), tricky)),
      ["c"],
    ],
    ["example-without-bad", spec(clause("c", "C", example("t", user("x"), assistant("y")))), []],
    ["bad-without-clause", spec(clause("c", "C", example("t", compare(bad("x"))), tricky)), ["c"]],
    ["duplicate-id", spec(clause("c", "C"), clause("c", "D")), ["c"]],
    [
      "duplicate-title",
      spec(chapter("A", clause("c", "C"), clause("d", "C")), chapter("B", clause("e", "C"))),
      ["d"],
    ],
    ["duplicate-title", spec(clause("c", "C", tricky), clause("d", "D", tricky)), ["d"]],
    [
      "empty-clause",
      spec(clause("c", "C"), clause("d", "D", "x"), clause("e", "E", commentary("x"))),
      ["c"],
    ],
    [
      "heading-level-jump",
      spec(chapter("A"), heading(3, "B", { id: "b" }), heading(2, "C", { id: "c" })),
      ["b"],
    ],
    [
      "strict-guideline",
      spec(at("guideline", clause("c", "C", "You must.")), clause("d", "D", "You must.")),
      ["c"],
    ],
    ["strict-guideline", spec(at("guideline", clause("c", "C", commentary("You must.")))), []],
    [
      "unreadable-example",
      spec(clause("c", "C", example("t", raw("opaque", "<user>") as never))),
      ["c"],
    ],
    [
      "unreadable-example",
      spec(clause("c", "C", example("t", user("q"), raw("stray", "x") as never))),
      ["c"],
    ],
    [
      "overreaching-clause",
      spec(
        at("user", clause("c", "C", p("This overrides ", ref("d"), "."))),
        clause("d", "D", p("This overrides ", ref("c"), ".")),
        at("user", clause("e", "E", p("This cannot override ", ref("d"), "."))),
        at("user", clause("f", "F", p("See ", ref("d"), ". This overrides habits."))),
      ),
      ["c"],
    ],
  ])("%s", (rule, document, expected) => {
    expect(found(rule, document)).toEqual(expected);
  });

  const marked = spec(clause("c", "C", p("x", marker("a9sq"))));
  it.each<[string, SpecDocument, (string | null)[]]>([
    ["marker-without-prompts", withPrompts(marked, prompts("b1b1", "C")), ["c"]],
    ["marker-without-prompts", marked, []],
    ["prompts-without-marker", withPrompts(marked, prompts("b1b1", "C")), ["b1b1"]],
    ["stale-prompts-header", withPrompts(marked, prompts("a9sq", "Old title")), ["a9sq"]],
    [
      "stale-prompts-header",
      withPrompts(marked, { ...prompts("zzzz", "C"), id: "a9sq" }),
      ["a9sq"],
    ],
    ["stale-prompts-header", withPrompts(marked, prompts("a9sq", "C")), []],
    ["duplicate-title", withPrompts(marked, prompts("a9sq", "C", tricky, tricky)), ["a9sq"]],
    [
      "dangling-reference",
      withPrompts(marked, prompts("a9sq", "C", example(["see ", ref("gone")]))),
      ["a9sq"],
    ],
  ])("%s in evaluation prompts", (rule, document, expected) => {
    expect(found(rule, document)).toEqual(expected);
  });

  it("leaves footnotes alone", () => {
    const footnote = spec(clause("c", "C", p("x", marker("1"))), raw("footnote", "[^1]: y"));
    expect(found("marker-without-prompts", withPrompts(footnote, prompts("q", "C")))).toEqual([]);
  });
});

describe("lint", () => {
  it("finds nothing in a spec that has nothing wrong", () => {
    const document = withPrompts(
      spec(chapter("A", clause("c", "C", p("x", marker("a9sq")), tricky))),
      prompts("a9sq", "C", tricky),
    );
    expect(lint(document)).toEqual([]);
  });

  it("can be told how serious a rule is", () => {
    const document = spec(clause("c", "C", tricky));
    expect(lint(document, { rules: { "empty-clause": "error" } })).toEqual([]);
    const empty = spec(clause("c", "C"));
    const severities = (rules: Record<string, "error" | "off">) =>
      lint(empty, { rules })
        .filter(({ rule }) => rule === "empty-clause")
        .map((f) => f.severity);
    expect(severities({})).toEqual(["warning"]);
    expect(severities({ "empty-clause": "error" })).toEqual(["error"]);
    expect(severities({ "empty-clause": "off" })).toEqual([]);
  });

  it("passes on lines and the importer's notes", () => {
    const notes = [{ code: "mangled-tag", message: "m", uid: "u9", line: 7 }];
    const lines = new Map([["u1", { line: 3 }]]);
    const findings = lint(spec(clause("c", "C")), { lines, notes });
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["mangled-tag", 7],
      ["empty-clause", 3],
      ["clause-without-example", 3],
    ]);
  });

  it("has a reason and an id of its own for every rule", () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { reason } of RULES) expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});
