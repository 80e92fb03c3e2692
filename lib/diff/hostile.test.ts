import { describe, expect, it } from "vitest";
import { clause, p, spec } from "@/lib/spec/builders";
import { specDocument } from "@/lib/spec/document";
import { diffDocuments } from "./diff";

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

/** Generous, because a busy machine takes its time; without the bounds each would take minutes. */
const SECONDS = 20;

describe("bounds", () => {
  it.each([
    ["nothing", specDocument(), specDocument(), 0],
    ["something out of nothing", specDocument(), spec(p("One.")), 1],
    [
      "5,000 equal paragraphs",
      spec(...many(5_000, () => "Same.")),
      spec(...many(4_990, () => "Same.")),
      10,
    ],
    [
      "one line of a million letters",
      spec("long word ".repeat(100_000)),
      spec(`${"long word ".repeat(50_000)}anew ${"long word ".repeat(50_000)}`),
      1,
    ],
    [
      "2,000 sections, one edited",
      spec(
        ...many(2_000, String).map((n) => clause(`c${n}`, `Title ${n}`, `Text ${n} says this.`)),
      ),
      spec(
        ...many(2_000, String).map((n) =>
          clause(`c${n}`, `Title ${n}`, n === "7" ? "Text 7 says that." : `Text ${n} says this.`),
        ),
      ),
      1,
    ],
  ])(
    "%s",
    (_, before, after, count) => {
      expect(diffDocuments(before, after).changes.length).toBe(count);
    },
    SECONDS * 1_000,
  );

  it(
    "texts with nothing in common",
    () => {
      const before = spec(
        ...many(1_500, (n) => `alpha${n} beta${n} gamma${n} delta${n} epsilon${n}`),
      );
      const after = spec(...many(1_500, (n) => `one${n} two${n} three${n} four${n} five${n}`));
      expect(diffDocuments(before, after).changes.length).toBe(3_000);
    },
    SECONDS * 1_000,
  );
});
