import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counter } from "@/lib/spec/builders";
import { documentHash } from "@/lib/spec/document";
import { exampleViews } from "@/lib/spec/examples";
import { readDocument } from "@/lib/spec/read-document";
import { inspect } from "./inspect";
import { integrityReport } from "./integrity";
import { exampleLines } from "./json-lines";
import { parse } from "./parse";
import { print, printText } from "./print";
import { readSourceMap } from "./source-map";
import { releases } from "./testing/corpus";
import { applyEdit } from "./testing/edits";
import { SOAK } from "./testing/soak";

const TIMEOUT = 120_000 * SOAK;

/** Figures of DOMAIN: counted by hand and by other programs, not by this one. */
const FIGURES: Record<string, object> = {
  "2025-02-12": {
    bytes: 201_929,
    words: 30_044,
    sections: 71,
    clauses: 51,
    clausesByLevel: { platform: 20, developer: 1, user: 12, guideline: 18 },
    examples: 154,
    responses: { GOOD: 168, BAD: 162, OK: 7 },
    autoTitledLinks: 37,
    textLinks: 30,
    linksInReasons: 1,
    externalLinks: 16,
    markers: 120,
    promptsFiles: 120,
    prompts: 288,
  },
  "2025-04-11": {
    bytes: 202_230,
    words: 30_078,
    sections: 71,
    clauses: 51,
    clausesByLevel: { platform: 20, developer: 1, user: 12, guideline: 18 },
    examples: 154,
    responses: { GOOD: 168, BAD: 162, OK: 7 },
    autoTitledLinks: 37,
    textLinks: 30,
    linksInReasons: 1,
    externalLinks: 16,
    markers: 120,
    promptsFiles: 120,
    prompts: 288,
  },
  "2025-09-12": {
    bytes: 254_021,
    words: 37_706,
    sections: 77,
    clauses: 57,
    clausesByLevel: { root: 20, system: 3, developer: 1, user: 15, guideline: 18 },
    examples: 173,
    responses: { GOOD: 186, BAD: 186, OK: 7 },
    autoTitledLinks: 52,
    textLinks: 41,
    linksInReasons: 1,
    externalLinks: 19,
    markers: 114,
    promptsFiles: 114,
    prompts: 272,
  },
};
const MANGLED: Record<string, number> = { "2025-02-12": 19, "2025-04-11": 19, "2025-09-12": 2 };

// One test that shows up as skipped when the corpus is not there: nothing here may pass by absence.
it.skipIf(releases.length === 0)("has releases to read", () => {
  expect(releases.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(FIGURES)));
});

describe.each(releases)("Model Spec of $name", ({ name, files }) => {
  const parsed = parse(files, { mint: counter() });
  const { document, source } = parsed;

  it("is recognised as what it is", () => {
    expect(document.profile).toBe("model-spec");
  });

  it("is written byte for byte as it was read, every file", () => {
    expect(print(document, source)).toEqual(files);
  });

  it("is the same after document and source went through JSON", () => {
    const again = readDocument(JSON.parse(JSON.stringify(document)));
    const sourceAgain = readSourceMap(JSON.parse(JSON.stringify(source)));
    expect(print(again, sourceAgain)).toEqual(files);
  });

  it.runIf(FIGURES[name])("counts what others counted", () => {
    expect(inspect(document, source)).toEqual(FIGURES[name]);
  });

  it("has no example that could not be read", () => {
    const views = [document.content, ...document.prompts.map((file) => file.content)].flatMap(
      (content) => exampleViews(content),
    );
    expect(views.filter((view) => view.opaque)).toEqual([]);
    expect(exampleLines(document, name)).toHaveLength(views.length);
  });

  it.runIf(name in MANGLED)("reports its mangled tags and nothing that hangs loose", () => {
    const codes = integrityReport(parsed).notes.map((note) => note.code);
    const mangled = codes.filter((code) => code === "mangled-tag");
    expect(mangled).toHaveLength(MANGLED[name]!);
    expect(codes.filter((code) => HANGS_LOOSE.has(code))).toEqual([]);
  });

  it("keeps little source beside the document", () => {
    expect(JSON.stringify(source).length).toBeLessThan(40_000);
  });

  it("has one canonical form that reads back as the same document", async () => {
    const canonical = print({ ...document });
    const again = parse(canonical, { profile: "model-spec", mint: counter() });
    expect(print(again.document)).toEqual(canonical);
    const first = parse(canonical, { profile: "model-spec", mint: counter() }).document;
    expect(await documentHash(again.document)).toBe(await documentHash(first));
  });

  it(
    "changes only the lines of a block that somebody typed in",
    () => {
      fc.assert(
        fc.property(fc.nat(), fc.constantFrom(" and more", "x", "**", "# y"), (at, text) => {
          const edit = applyEdit(document.content, { kind: "type", at, text }, "new");
          const printed = printText({ ...document, content: edit.blocks }, source);
          expectOnlyBlockChanged(files["model_spec.md"]!, printed, edit.touched!, parsed);
        }),
        { numRuns: 20 * SOAK },
      );
    },
    TIMEOUT,
  );
});

const HANGS_LOOSE = new Set([
  "dangling-reference",
  "marker-without-prompts",
  "prompts-without-marker",
  "duplicate-id",
  "opaque-example",
]);

/** The lines before the block, and those from the next block on, must be the same. */
function expectOnlyBlockChanged(
  before: string,
  after: string,
  uid: string,
  { lines }: Pick<ReturnType<typeof parse>, "lines">,
): void {
  const start = lines.get(uid)!.line;
  const own = [...lines.values()].filter(({ file }) => file === "model_spec.md");
  const next = Math.min(...own.map(({ line }) => line).filter((line) => line > start), Infinity);
  const [a, b] = [before.split("\n"), after.split("\n")];
  expect(b.slice(0, start - 1)).toEqual(a.slice(0, start - 1));
  const rest = a.slice(next - 1);
  if (rest.length > 0) expect(b.slice(-rest.length)).toEqual(rest);
}
