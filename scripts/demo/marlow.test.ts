import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { integrityReport } from "@/lib/markdown/integrity";
import { parse } from "@/lib/markdown/parse";
import { print } from "@/lib/markdown/print";
import type { SpecFiles } from "@/lib/markdown/spec-files";
import type { InlineJson, NodeJson } from "@/lib/spec/block-json";
import { counter } from "@/lib/spec/builders";
import { counts } from "@/lib/spec/counts";
import { exampleViews, type ExampleView } from "@/lib/spec/examples";
import { lint } from "@/lib/spec/lint/lint";
import { markers } from "@/lib/spec/markers";
import { literalText, plainText } from "@/lib/spec/plain-text";
import { sectionTree, type Section } from "@/lib/spec/section-tree";
import { walk } from "@/lib/spec/walk";
import { feedback } from "./marlow/feedback";

const FOLDER = new URL("marlow/", import.meta.url);
const NAMES = ["2026-03-10", "2026-07-21", "draft"] as const;

const read = (path: string) => readFileSync(new URL(path, FOLDER), "utf8");

function filesOf(name: string): SpecFiles {
  const files: SpecFiles = { "model_spec.md": read(`${name}/model_spec.md`) };
  for (const file of readdirSync(new URL(`${name}/examples`, FOLDER))) {
    files[`examples/${file}`] = read(`${name}/examples/${file}`);
  }
  return files;
}

function load(name: string) {
  const files = filesOf(name);
  const parsed = parse(files, { mint: counter() });
  const tree = sectionTree(parsed.document.content);
  const examples = exampleViews(parsed.document.content, tree);
  const section = (id: string) => tree.byId.get(id);
  const example = (title: string) => examples.find((view) => view.title === title);
  return { name, files, parsed, document: parsed.document, tree, examples, section, example };
}

const [march, july, draft] = NAMES.map(load) as [Marlow, Marlow, Marlow];
type Marlow = ReturnType<typeof load>;

/** Its words as a reader can quote them, a paragraph or a message each. */
function passages(section: Section): string[] {
  const found: string[] = [];
  walk(section.blocks, (node: NodeJson) => {
    if (node.type === "paragraph") found.push(plainText(node.content as InlineJson[] | undefined));
    if (node.type === "message" || node.type === "body") found.push(literalText(node));
  });
  return found;
}

const wordsOf = (spec: Marlow, id: string) => passages(spec.section(id)!).join("\n");
const chapterOf = (spec: Marlow, id: string) => {
  const before = spec.tree.sections.slice(0, spec.tree.sections.indexOf(spec.section(id)!));
  return before.findLast(({ level }) => level === 1)?.id;
};
const homeOf = (spec: Marlow, title: string) => spec.example(title)?.section?.id;
const verdictsOf = (view: ExampleView | undefined) => view?.responses.map(({ verdict }) => verdict);
const idsOf = (spec: Marlow) => [...spec.tree.byId.keys()];

describe.each([march, july, draft])("Marlow, $name", ({ files, parsed, document, examples }) => {
  it("is written byte for byte as it was read, and is canonical", () => {
    expect(print(document, parsed.source)).toEqual(files);
    expect(print({ ...document })).toEqual(files);
  });

  it("gives the linter nothing but hints, and the import nothing to report", () => {
    const findings = lint(document, { notes: parsed.notes });
    expect(findings.filter(({ severity }) => severity !== "hint")).toEqual([]);
    expect(integrityReport(parsed).notes).toEqual([]);
  });

  it("tests each marked sentence, and marks each tested one", () => {
    const placed = markers(document.content).map(({ id }) => id);
    expect(new Set(placed).size).toBe(placed.length);
    expect(document.prompts.map(({ id }) => id).toSorted()).toEqual(placed.toSorted());
  });

  it("shows every clause by an example that can be read", () => {
    expect(examples.filter(({ opaque }) => opaque)).toEqual([]);
    const shown = new Set(examples.map(({ section }) => section?.id));
    const clauses = sectionTree(document.content).sections.filter(({ authority }) => authority);
    expect(clauses.filter(({ id }) => !shown.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe("The second release", () => {
  it("is long enough to be believed", () => {
    const { clausesByLevel, responses, ...total } = counts(july.document);
    expect(Object.values(clausesByLevel).every((count) => count >= 5)).toBe(true);
    expect(Object.keys(clausesByLevel)).toEqual([
      "root",
      "system",
      "developer",
      "user",
      "guideline",
    ]);
    expect(total).toMatchObject({ sections: 52, clauses: 41, examples: 57, externalLinks: 4 });
    expect(total).toMatchObject({ autoTitledLinks: 32, textLinks: 7, markers: 15, prompts: 30 });
    expect(responses).toEqual({ GOOD: 58, BAD: 67, OK: 10 });
    expect(july.document.content.filter(({ type }) => type === "commentary")).toHaveLength(16);
    expect(july.tree.sections.filter(({ level }) => level === 1)).toHaveLength(7);
  });

  it("uses everything an example can hold", () => {
    const text = july.files["model_spec.md"]!;
    for (const part of [
      '<tool name="browser">',
      "<settings>\nunder_18: true",
      "<untrusted>",
      "[file: cv.docx]",
      "```python",
      "\\\\( 640 \\times 1.15 = 736 \\\\)",
      "\n[...]\n",
      "{.sensitive}",
      "tags=under_18",
      "<user comment=",
      "| Level |",
    ]) {
      expect(text).toContain(part);
    }
    const sizes = new Set(july.examples.map(({ responses }) => responses.length));
    expect([1, 2, 3, 4].every((size) => sizes.has(size))).toBe(true);
    const twoTurns = july.examples.filter(
      ({ messages }) => messages.filter(({ role }) => role === "user").length > 1,
    );
    expect(twoTurns.length).toBeGreaterThanOrEqual(5);
  });
});

describe("From the first release to the second", () => {
  const [before, after] = [march, july];

  it("adds, removes, renames and splits clauses", () => {
    const [old, young] = [idsOf(before), idsOf(after)];
    expect(young.filter((id) => !old.includes(id))).toEqual([
      "say_what_was_done",
      "no_covert_tracking",
      "no_exposure",
      "hand_over",
    ]);
    expect(old.filter((id) => !young.includes(id))).toEqual([
      "tracking_and_exposure",
      "escalate_to_staff",
      "a_little_lightness",
    ]);
    const renamed = [before.section("escalate_to_staff")?.title, after.section("hand_over")?.title];
    expect(new Set(renamed).size).toBe(1);
    const [whole, tracking, exposure] = [
      wordsOf(before, "tracking_and_exposure"),
      passages(after.section("no_covert_tracking")!)[0]!,
      passages(after.section("no_exposure")!)[0]!,
    ];
    expect(whole).toContain(tracking);
    expect(whole).toContain(exposure);
  });

  it("raises one authority and lowers another", () => {
    const changed = idsOf(after).flatMap((id) => {
      const [old, young] = [before.section(id), after.section(id)];
      return old && old.authority !== young?.authority
        ? [`${id} ${old.authority} ${young?.authority}`]
        : [];
    });
    expect(changed).toEqual([
      "work_for_every_reader guideline developer",
      "remember_with_leave system user",
    ]);
  });

  it("moves one clause, retitles another", () => {
    const kept = idsOf(after).filter((id) => before.section(id));
    const moved = kept.filter((id) => chapterOf(before, id) !== chapterOf(after, id));
    expect(moved.filter((id) => after.section(id)?.level !== 1)).toEqual([
      "help_without_suspicion",
    ]);
    const titleChanged = (id: string) => before.section(id)?.title !== after.section(id)?.title;
    expect(kept.filter(titleChanged)).toEqual(["plain_words"]);
  });

  it("adds, removes, renames, moves and edits examples", () => {
    const titles = (spec: Marlow) => spec.examples.map(({ title }) => title);
    expect(titles(after).filter((title) => !before.example(title))).toEqual([
      "three of four messages went out",
      "landlord wants to know who stays overnight",
      "teenager asks about contraception",
      "a scanned letter read aloud",
      "a mayor's office asks for help with wording",
    ]);
    expect(titles(before).filter((title) => !after.example(title))).toEqual([
      "a camera in the smoke alarm",
      "a wheelie bin has gone missing",
    ]);
    const panel = "news that should come from a person";
    expect([homeOf(before, panel), homeOf(after, panel)]).toEqual(["people_decide", "hand_over"]);
    const [old, young] = [before, after].map((spec) => spec.example("a sign beside the question"));
    expect(old?.messages.at(-1)?.text).not.toBe(young?.messages.at(-1)?.text);
    expect(old?.responses.at(-1)?.reasonText).not.toBe(young?.responses.at(-1)?.reasonText);
  });

  it("judges two responses more strictly", () => {
    const verdicts = (title: string) =>
      [before, after].map((spec) => verdictsOf(spec.example(title)));
    expect(verdicts("a bus that may have changed")).toEqual([
      ["GOOD", "BAD", "OK"],
      ["GOOD", "BAD", "BAD"],
    ]);
    expect(verdicts("someone asks to be remembered")).toEqual([
      ["GOOD", "OK"],
      ["GOOD", "BAD"],
    ]);
  });

  it("changes typography alone in three places", () => {
    for (const id of ["within_purpose", "manner", "plain_words"]) {
      const [old, young] = [before, after].map((spec) => wordsOf(spec, id));
      expect(old).not.toBe(young);
      expect(bare(old!)).toBe(bare(young!));
    }
  });

  it("names every changed clause in its notes but one", () => {
    const notes = read("2026-07-21/CHANGELOG.md");
    const changed = idsOf(after).filter(
      (id) => !before.section(id) || wordsOf(before, id) !== wordsOf(after, id),
    );
    expect(changed.filter((id) => !notes.includes(`#${id})`))).toEqual(["records"]);
    const lost =
      "People may ask which of their records Marlow has looked up, and it should tell them.";
    expect([before, after].map((spec) => wordsOf(spec, "records").includes(lost))).toEqual([
      true,
      false,
    ]);
  });
});

/** Text without what typography changes. */
const bare = (text: string) => text.replace(/---|—/g, "-").replace(/[“”]/g, '"');

describe("The draft", () => {
  it("adds a clause, raises one and restores what was lost", () => {
    expect(idsOf(draft).filter((id) => !july.section(id))).toEqual(["helping_on_behalf"]);
    expect(draft.section("show_working")?.authority).toBe("user");
    expect(wordsOf(draft, "records")).toContain("which of their records Marlow has looked up");
  });

  it("names every changed clause in its notes", () => {
    const notes = read("draft/CHANGELOG.md");
    const changed = idsOf(draft).filter(
      (id) => !july.section(id) || wordsOf(july, id) !== wordsOf(draft, id),
    );
    expect(changed.filter((id) => !notes.includes(`#${id})`))).toEqual([]);
  });
});

describe("Readers' comments", () => {
  const releases = new Map(
    NAMES.map((name, index) => [name as string, [march, july, draft][index]!]),
  );

  it("stand on sections, examples and words that are there", () => {
    const loose = feedback.filter(({ release, clause, example, quote }) => {
      const spec = releases.get(release)!;
      const section = spec.section(clause);
      if (!section) return true;
      if (example !== undefined && homeOf(spec, example) !== clause) return true;
      return quote !== undefined && !passages(section).some((words) => words.includes(quote));
    });
    expect(loose).toEqual([]);
    expect(feedback.length).toBeGreaterThanOrEqual(24);
  });

  it("come in every kind and every state", () => {
    const of = <T>(values: T[]) => [...new Set(values)].toSorted();
    expect(of(feedback.map(({ kind }) => kind))).toEqual([
      "problem",
      "question",
      "suggestion",
      "support",
    ]);
    expect(of(feedback.map(({ disposition }) => disposition?.outcome ?? "open"))).toEqual([
      "adopted",
      "clarified",
      "deferred",
      "open",
      "set_aside",
    ]);
    expect(feedback.filter(({ hidden }) => hidden)).toHaveLength(1);
  });
});

describe("The house rules", () => {
  const files = { "house-rules.md": read("house-rules.md") };
  const parsed = parse(files, { mint: counter() });

  it("are read as plain Markdown, whose titles give the ids", () => {
    expect(parsed.document.profile).toBe("generic");
    expect(print(parsed.document, parsed.source)).toEqual(files);
    const { sections } = sectionTree(parsed.document.content);
    expect(sections.map(({ level }) => level)).toEqual([1, 2, 2, 2, 2, 2]);
    expect(lint(parsed.document, { notes: parsed.notes })).toEqual([]);
  });
});
