import { describe, expect, it } from "vitest";
import { at, clause, spec } from "@/lib/spec/builders";
import { compareTexts } from "./comparison";
import { DEFAULT_FILTER } from "./diff-filter";
import { exportComparison, type ExportFormat } from "./export-comparison";

const before = spec(
  clause("honest", "Be honest", "Say what is true."),
  clause("kind", "Be *kind* <b>", "Be gentle in what you say."),
);
const after = spec(
  clause("honest", "Be honest", "Always say what is true."),
  at("user", clause("kind", "Be *kind* <b>", "Be gentle in what you say.")),
);
const comparison = compareTexts(
  { document: before, label: "2026-03-10", href: null },
  { document: after, label: "Before <legal> review", href: null },
);
const exported = (format: ExportFormat) => exportComparison(comparison, DEFAULT_FILTER, format);

describe("a comparison to take along", () => {
  it("is Markdown that strikes and stresses, and takes no sign of the text for its own", () => {
    const { body, name } = exported("markdown");
    expect(name).toBe("2026-03-10-to-before-legal-review.md");
    expect(body).toContain("## 1 Be honest");
    expect(body).toMatch(/~~.*~~|\*\*Always\*\*/);
    expect(body).toContain(String.raw`Be \*kind\* \<b\>`);
  });

  it("is HTML in which no text of the spec is markup", () => {
    const { body } = exported("html");
    expect(body).toContain("<ins>Always ");
    expect(body).toContain("Before &lt;legal&gt; review");
    expect(body).not.toMatch(/<b>/);
  });

  it("is JSON with every change", () => {
    const { changes, version } = JSON.parse(exported("json").body) as typeof comparison.diff;
    expect(version).toBe(1);
    expect(changes).toEqual(comparison.diff.changes);
  });
});
