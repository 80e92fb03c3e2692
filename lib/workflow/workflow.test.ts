import { describe, expect, it } from "vitest";
import { draftChangelog } from "@/lib/diff/changelog-draft";
import { diffDocuments } from "@/lib/diff/diff";
import {
  bad,
  clause,
  compare,
  example,
  good,
  marked,
  p,
  spec,
  strong,
  user,
} from "@/lib/spec/builders";
import { plainText } from "@/lib/spec/plain-text";
import { applySuggestion } from "./apply-suggestion";
import { candidateHash, candidateManifest } from "./candidate-manifest";
import { canBePublished, checks, type CheckFacts } from "./checks";
import { mentionedKeys, normativeKeys, unexplainedParts } from "./editorial";
import type { ChangedPart } from "./parts";
import { impactOf, proposeLabel } from "./propose-label";
import { stampLedger } from "./stamp-ledger";

describe("the hash of a candidate", () => {
  const contents = {
    spec: "s",
    number: 1,
    document: "d",
    schema: "x",
    base: null,
    label: "1.0.0",
    changelog: "",
  };
  it.each(Object.keys(contents))("is another when its %s is another", async (key) => {
    const other = { ...contents, [key]: key === "number" ? 2 : "other" };
    expect(await candidateHash(candidateManifest(other))).not.toBe(
      await candidateHash(candidateManifest(contents)),
    );
  });
});

describe("proposeLabel", () => {
  const today = new Date("2026-11-24T22:00:00Z");
  it.each([
    [[], "minor", "2026-11-24"],
    [["2026-11-24"], "minor", "2026-11-24.2"],
    [["2026-11-24.2", "2026-11-24"], "minor", "2026-11-24.3"],
    [["1.4.2"], "major", "2.0.0"],
    [["1.4.2"], "minor", "1.5.0"],
    [["v1.4.2", "v1.4.3"], "patch", "v1.4.3.2"],
  ] as const)("after %j a %s change is %s", (labels, impact, label) => {
    expect(proposeLabel(labels, impact, today)).toBe(label);
  });

  it.each([
    ["section.authority", "normative", "major"],
    ["section.removed", "normative", "major"],
    ["section.added", "normative", "minor"],
    ["unit.edited", "normative", "minor"],
    ["unit.edited", "editorial", "patch"],
    ["level.renamed", "editorial", "patch"],
  ])("%s (%s) has the impact %s", (kind, weight, impact) => {
    expect(impactOf([{ kind, class: weight }])).toBe(impact);
  });
});

describe("stampLedger", () => {
  const renamed = { kind: "renamed", revision: null, from: "a", to: "b" } as const;
  const retired = { kind: "retired", revision: null, id: "c", reason: "" } as const;
  it("gives new events the label, and published ones theirs", () => {
    const draft = [
      { ...renamed, release: null },
      { ...retired, release: null },
    ];
    const base = [{ ...renamed, release: "1" }];
    expect(stampLedger(draft, base, "2").map(({ release }) => release)).toEqual(["1", "2"]);
  });
});

describe("unexplainedParts", () => {
  const part = (title: string, id: string | null = null) =>
    ({ key: title, kind: "section", title, id, change: `change of ${title}` }) as ChangedPart;
  const parts = [part("Be honest", "honest"), part("Be kind")];
  const all = new Set(["Be honest", "Be kind"]);
  const left = (mentioned: string[], marked: string[] = [], normative = all) =>
    unexplainedParts(parts, normative, new Set(mentioned), new Set(marked)).map(
      ({ title }) => title,
    );

  it("are those that the notes do not tell", () => {
    expect(left([])).toEqual(["Be honest", "Be kind"]);
    expect(left(["Be honest"])).toEqual(["Be kind"]);
  });

  it("are not those that somebody answers for, nor those without meaning", () => {
    expect(left([], ["change of Be kind"])).toEqual(["Be honest"]);
    expect(left([], [], new Set())).toEqual([]);
  });

  it("follow from where the diff sees a normative change", () => {
    const at = (headingBlock: number | null) => ({ headingBlock, prompts: null });
    const keys = normativeKeys(
      [
        { class: "normative", from: at(3), to: null },
        { class: "normative", from: null, to: at(5) },
        { class: "editorial", from: at(7), to: at(7) },
        { class: "normative", from: null, to: at(null) },
      ],
      (block) => `before ${block}`,
      (block) => `after ${block}`,
    );
    expect([...keys]).toEqual(["before 3", "after 5"]);
  });
});

describe("what notes tell of", () => {
  const before = spec(
    clause("honest", "Honesty", "Say what you know."),
    clause("kind", "Be kind to people", "Be patient with everybody."),
    clause("privacy", "Keep secrets", "Do not tell what was told to you."),
  );
  const after = spec(
    clause("honest", "Honesty", "Say what you know, and how you know it."),
    clause("kind", "Be kind to people", "Be patient with everybody, and with yourself."),
    clause("privacy", "Keep secrets", "Tell a doctor what was told to you in an emergency."),
  );
  const diff = diffDocuments(before, after, { sameIdentities: true });
  const uidOf = new Map(
    after.content.flatMap((block) =>
      block.type === "heading" ? [[block.attrs.uid, block.attrs.id] as const] : [],
    ),
  );
  const told = (notes: string) => [...mentionedKeys(diff, notes)].map((uid) => uidOf.get(uid));

  it("are sections by id, by title, and by the words that changed", () => {
    expect(told("Small things.")).toEqual([]);
    expect(told("See [this](#honest).")).toEqual(["honest"]);
    expect(told("- **Honesty:** a little more.\n- Be kind to people was widened.")).toEqual([
      "honest",
      "kind",
    ]);
    expect(told("- In an emergency, tell a doctor.")).toEqual(["privacy"]);
  });

  it("are named by headings too, whatever their depth", () => {
    expect(told("## What changed\n\n### Honesty\n\n- Reworded.\n\n## More\n\n- #kind")).toEqual([
      "honest",
      "kind",
    ]);
  });

  it("are all of them in the notes that are drafted", () => {
    expect(told(draftChangelog(diff)).sort()).toEqual(["honest", "kind", "privacy"]);
  });
});

describe("checks", () => {
  const review = { parts: [], approved: 0, objections: 0, isComplete: true };
  const right: CheckFacts = {
    review,
    baseIsLatest: true,
    labelIsFree: true,
    lintErrors: 0,
    unexplained: [],
    feedbackWaiting: 0,
    cutAt: new Date("2026-11-24T00:00:00Z"),
    minimumHours: 24,
    now: new Date("2026-11-25T00:00:00Z"),
  };
  it("pass when all is right", () => {
    expect(canBePublished(checks(right))).toBe(true);
  });
  it.each<[string, Partial<CheckFacts>]>([
    ["approvals", { review: { ...review, isComplete: false } }],
    ["objections", { review: { ...review, objections: 2 } }],
    ["base", { baseIsLatest: false }],
    ["label", { labelIsFree: false }],
    ["lint", { lintErrors: 1 }],
    ["changelog", { unexplained: ["Be honest", "a", "b", "c"] }],
    ["feedback", { feedbackWaiting: 1 }],
    ["time", { now: new Date("2026-11-24T23:59:59Z") }],
  ])("%s stops publishing, and says so in words", (id, wrong) => {
    const all = checks({ ...right, ...wrong });
    expect(canBePublished(all)).toBe(false);
    const failed = all.filter(({ state }) => state !== "passed");
    expect(failed.map((check) => check.id)).toEqual([id]);
    expect(failed[0]?.words).toMatch(/\d|release|label/);
  });
});

describe("applySuggestion", () => {
  const document = spec(
    clause("honest", "Be honest", p("Say ", strong("what is true"), " and mean it."), "Say it."),
    example("Surprise", user("Hello."), compare(good("Hi."), bad("No."))),
  );
  const [, paragraph] = document.content;
  const uid = String(paragraph?.attrs.uid);
  const wordsOf = (result: ReturnType<typeof applySuggestion>) =>
    typeof result === "string"
      ? result
      : plainText((result.content[1] as { content?: never[] }).content);

  it("replaces words across marks and keeps the rest", () => {
    const result = applySuggestion(document, { uid, quote: "true and", replacement: "so, and" });
    expect(wordsOf(result)).toBe("Say what is so, and mean it.");
    if (typeof result === "string") throw new Error(result);
    expect((result.content[1] as { content?: unknown[] }).content?.[1]).toEqual(
      marked("what is so, and", { type: "strong" }),
    );
    expect(result.content[2]).toBe(document.content[2]);
  });

  it.each([
    ["not there", "words are gone"],
    ["", "words are gone"],
    ["i", "words stand twice"],
  ])("never guesses: %j", (quote, problem) => {
    expect(applySuggestion(document, { uid, quote, replacement: "x" })).toBe(problem);
  });

  it("says that the block is gone", () => {
    expect(applySuggestion(document, { uid: "none", quote: "Say", replacement: "x" })).toBe(
      "block is gone",
    );
  });

  it("reaches into messages of an example", () => {
    const shown = document.content.find((block) => block.type === "example");
    const message = shown?.content?.find((child) => child.type === "message");
    const result = applySuggestion(document, {
      uid: String(message?.attrs.uid),
      quote: "Hello",
      replacement: "Good day",
    });
    if (typeof result === "string") throw new Error(result);
    expect(JSON.stringify(result.content.find((block) => block.type === "example"))).toContain(
      "Good day.",
    );
  });
});
