import { describe, expect, it } from "vitest";
import { anchors } from "./anchors";
import type { BlockJson } from "./block-json";
import {
  assistant,
  at,
  bad,
  bullets,
  chapter,
  clause,
  commentary,
  compare,
  developer,
  example,
  good,
  heading,
  link,
  marker,
  okay,
  p,
  prompts,
  raw,
  ref,
  section,
  softBreak,
  spec,
  strong,
  user,
  violates,
  withPrompts,
} from "./builders";
import { clauses, highestInside, inheritedLevel } from "./clauses";
import { counts } from "./counts";
import { exampleViews } from "./examples";
import { levelOf, levelsFor, MODEL_SPEC_LEVELS, PLATFORM_LEVELS } from "./levels";
import { NO_LEVEL, styleOfLevel } from "./level-style";
import { markers } from "./markers";
import { outline } from "./outline";
import { plainText } from "./plain-text";
import { citedBy, references } from "./references";
import { sectionTree, withDescendants } from "./section-tree";
import { specTitle } from "./spec-title";
import { wordCount } from "./word-count";

const document = spec(
  "Before all.",
  chapter("Basics", "Intro."),
  clause(
    "honest",
    "Be honest",
    p("See ", ref("kind"), marker("a9sq"), " and ", link("https://a.b", "that"), "."),
  ),
  at(
    "user",
    clause(
      "kind",
      "Be kind",
      example("hard case", user("q"), compare(good("a"), violates("honest", bad("b")))),
    ),
  ),
  chapter("Style"),
  section("tone", "Tone", p(link("#honest", "be honest"))),
);
const tree = sectionTree(document.content);

describe("section tree", () => {
  it("nests sections by level and keeps what stands before", () => {
    expect(tree.roots.map(({ title, children }) => [title, children.map(({ id }) => id)])).toEqual([
      ["Basics", ["honest", "kind"]],
      ["Style", ["tone"]],
    ]);
    expect(tree.preamble).toHaveLength(1);
    expect(tree.byId.get("kind")?.number).toEqual([1, 2]);
  });

  it("hangs a section that skips a level under the nearest above", () => {
    const skipping = sectionTree([
      heading(1, "A"),
      heading(4, "B"),
      heading(3, "C"),
      heading(1, "D"),
    ]);
    expect(skipping.roots.map(({ children }) => children.map(({ title }) => title))).toEqual([
      ["B", "C"],
      [],
    ]);
  });

  it("lists a section with all under it in the order of the text", () => {
    expect(withDescendants(tree.roots[0]!).map(({ title }) => title)).toEqual([
      "Basics",
      "Be honest",
      "Be kind",
    ]);
  });

  it("takes no heading inside a quote for a section", () => {
    const quote: BlockJson = {
      type: "blockquote",
      attrs: { uid: null },
      content: [heading(1, "A")],
    };
    expect(sectionTree([quote]).sections).toEqual([]);
  });
});

describe("authority", () => {
  it("belongs to clauses, is inherited, and shows as the chapter's highest", () => {
    const nested = spec(
      clause("c", "C"),
      heading(3, "D", { id: "d" }),
      at("guideline", clause("e", "E")),
    );
    const own = sectionTree(nested.content);
    expect(clauses(own, nested.levels).map(({ section: s, level }) => [s.id, level.key])).toEqual([
      ["c", "root"],
      ["e", "guideline"],
    ]);
    expect(inheritedLevel(own.byId.get("d")!, nested.levels)?.key).toBe("root");
    expect(highestInside(tree.roots[0]!, document.levels)?.key).toBe("root");
    expect(highestInside(tree.roots[1]!, document.levels)).toBeNull();
  });

  it("knows the chain of the Model Spec, the older one, and takes what it does not know", () => {
    const keys = (...used: string[]) => levelsFor(used).map(({ key }) => key);
    expect(keys("user", "root")).toEqual(MODEL_SPEC_LEVELS.map(({ key }) => key));
    expect(keys("platform")).toEqual(PLATFORM_LEVELS.map(({ key }) => key));
    expect(keys("root", "owner_of_it").at(-1)).toBe("owner_of_it");
    expect(keys()).toEqual([]);
    expect(levelOf("owner_of_it", [])).toMatchObject({
      name: "Owner of it",
      steerability: "explicit",
    });
    expect(MODEL_SPEC_LEVELS.map(({ steerability }) => steerability)).toEqual([
      "fixed",
      "explicit",
      "explicit",
      "explicit",
      "implicit",
    ]);
  });

  it("tells every level apart without colour", () => {
    const shapes = MODEL_SPEC_LEVELS.map(({ shape }) => shape);
    expect(new Set([...shapes, NO_LEVEL.shape]).size).toBe(6);
    expect(styleOfLevel("unheard_of")).toEqual({ colour: "slate", shape: "solid" });
  });
});

describe("outline", () => {
  it("numbers and nests sections, with the badge a chapter wears", () => {
    const [basics, style] = outline(tree, document.levels);
    expect(basics).toMatchObject({
      title: "Basics",
      number: "1",
      authority: null,
      badge: { key: "root" },
    });
    expect(basics?.children.map(({ number, authority }) => [number, authority?.key])).toEqual([
      ["1.1", "root"],
      ["1.2", "user"],
    ]);
    expect(style?.badge).toBeNull();
  });
});

describe("references", () => {
  const all = references(document.content);

  it("go both ways", () => {
    expect(all.map(({ kind, target, section: from }) => [kind, target, from?.id])).toEqual([
      ["auto", "kind", "honest"],
      ["external", "https://a.b", "honest"],
      ["violates", "honest", "kind"],
      ["text", "honest", "tone"],
    ]);
    expect(
      citedBy(all)
        .get("honest")
        ?.map(({ section: from }) => from?.id),
    ).toEqual(["kind", "tone"]);
    expect(citedBy(all).has("https://a.b")).toBe(false);
  });

  it("count a link once however many marks its text has, and tell reasons from prose", () => {
    const linked = link("#x", "a ");
    const bold = { ...strong("b"), marks: [...(linked.marks ?? []), { type: "strong" as const }] };
    expect(references([p(linked, bold)])).toHaveLength(1);
    const [inReason] = references([example("t", compare(good("x", "see ", ref("y"))))]);
    expect(inReason).toMatchObject({ target: "y", inReason: true });
  });
});

describe("examples", () => {
  it("are seen as conversation and responses, with an address of their own", () => {
    const hard = example(
      ["the ", ref("honest"), " case"],
      developer("d"),
      user("u"),
      assistant("a"),
      compare(okay("o", "so so")),
    );
    const [view, second] = exampleViews(spec(clause("honest", "Be honest", hard, hard)).content);
    expect(view).toMatchObject({
      title: "the Be honest case",
      anchor: "the-be-honest-case",
      opaque: false,
    });
    expect(second?.anchor).toBe("the-be-honest-case-1");
    expect(view?.messages.map(({ role, text }) => role + text)).toEqual([
      "developerd",
      "useru",
      "assistanta",
    ]);
    expect(view?.responses).toMatchObject([
      { verdict: "OK", reasonText: "so so", text: "o", violates: null },
    ]);
  });

  it("keep an id that was given to them", () => {
    const own = { ...example("t"), attrs: { uid: null, id: "mine", sensitive: true } };
    expect(exampleViews([own])).toMatchObject([{ anchor: "mine", sensitive: true }]);
  });
});

describe("anchors", () => {
  it("are all that a link can name", () => {
    const cell = (text: string, header = false) => ({
      type: "tableCell" as const,
      attrs: { header, align: null },
      content: [{ type: "text" as const, text }],
    });
    const row = (...cells: ReturnType<typeof cell>[]) => ({
      type: "tableRow" as const,
      attrs: { uid: null },
      content: cells,
    });
    const table: BlockJson = {
      type: "table",
      attrs: { uid: null },
      content: [
        row(cell("1.1", true)),
        row(cell("3.2.1"), cell("x")),
        row(cell("REQ-7"), cell("4.4")),
        row(cell("12 apples")),
      ],
    };
    const blocks = [
      heading(2, "4.1 Scope", { id: "scope" }),
      raw("rule", "r[items.use]"),
      table,
      example("a case"),
    ];
    expect(
      anchors(blocks)
        .map(({ id, kind }) => `${kind} ${id}`)
        .sort(),
    ).toEqual([
      "example a-case",
      "numbered 3.2.1",
      "numbered 4.1",
      "numbered REQ-7",
      "rule items.use",
      "section scope",
    ]);
  });
});

describe("text", () => {
  it("is plain without marks, markers and line ends", () => {
    const words = p("a ", strong("b"), softBreak(), marker("a9sq"), ref("x")).content;
    expect(plainText(words, (id) => `<${id}>`)).toBe("a b <x>");
  });

  it("is counted as a reader reads it", () => {
    expect(
      wordCount([
        p("one ", strong("two")),
        bullets("three four"),
        example("five", user("six\nseven")),
      ]),
    ).toBe(7);
    expect(wordCount([raw("html", "<b>not me</b>"), commentary("me")])).toBe(1);
  });

  it.each([
    ["what it was given", { ...spec(chapter("A")), title: "Given" }, "Given"],
    [
      "its front matter",
      spec(raw("frontMatter", "---\ntitle: 'The Spec'\n---"), chapter("A")),
      "The Spec",
    ],
    ["its only top heading", spec(chapter("A", section("b", "B"))), "A"],
    ["nothing, when chapters are top headings", spec(chapter("A"), chapter("B")), null],
    ["nothing, when text stands before", spec("words", chapter("A")), null],
  ])("is titled by %s", (_, named, title) => {
    expect(specTitle(named)).toBe(title);
  });
});

describe("counts", () => {
  it("sum up a spec", () => {
    const counted = counts(
      withPrompts(document, prompts("a9sq", "Be honest", example("x"), example("y"))),
    );
    expect(counted).toMatchObject({
      sections: 5,
      clauses: 2,
      clausesByLevel: { root: 1, system: 0, developer: 0, user: 1, guideline: 0 },
      examples: 1,
      responses: { GOOD: 1, BAD: 1, OK: 0 },
      autoTitledLinks: 1,
      textLinks: 1,
      externalLinks: 1,
      markers: 1,
      promptsFiles: 1,
      prompts: 2,
    });
  });

  it("leave footnotes out of the markers", () => {
    expect(
      markers([p("a", marker("1"), marker("b2b2")), raw("footnote", "[^1]: b")]).map(
        ({ id }) => id,
      ),
    ).toEqual(["b2b2"]);
  });
});
