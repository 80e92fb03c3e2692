import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { print } from "@/lib/markdown/print";
import { anyMarkdown } from "@/lib/markdown/testing/any-markdown";
import { releases as corpus } from "@/lib/markdown/testing/corpus";
import { SOAK } from "@/lib/markdown/testing/soak";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { readDocument } from "@/lib/spec/read-document";
import { ImportRefused } from "./import-refused";
import type { ImportInput } from "./import-files";
import { readImport, type ReadRelease } from "./read-import";

/** What was read, or null when it was refused in words. Anything else that is thrown is a failure. */
function attempt(input: ImportInput): ReadRelease[] | null {
  try {
    return [...readImport(input)].flatMap((step) => ("preview" in step ? step : []));
  } catch (error) {
    if (error instanceof ImportRefused) return null;
    throw error;
  }
}

/** Accepted means: it fits the document model, hashes, and comes out again as it came in. */
function expectSound(read: ReadRelease[] | null, text?: string): void {
  for (const { document, source } of read ?? []) {
    const json = canonicalJson(document);
    expect(canonicalJson(readDocument(JSON.parse(json)))).toBe(json);
    if (text !== undefined) expect(Object.values(print(document, source))).toEqual([text]);
  }
}

const file = (bytes: Uint8Array, name = "spec.md") => ({ name, bytes });

/** Bytes with a few of them changed, left out or doubled. */
function mutated(whole: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.nat(Math.max(0, whole.length - 1)),
    byte: fc.nat(255),
    length: fc.nat(40),
    kind: fc.constantFrom("set", "cut", "double"),
  });
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    let bytes = Buffer.from(whole);
    for (const { at, byte, length, kind } of changes) {
      const piece = bytes.subarray(at, at + length);
      if (kind === "set" && at < bytes.length) bytes[at] = byte;
      if (kind === "cut")
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
      if (kind === "double")
        bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
    return Uint8Array.from(bytes);
  });
}

const SMALL = `---
title: x
---

# A {#a authority=root}

Text[^ab12] and [?](#b).

**Example**: t

~~~xml
<user>
Hi &amp; <untrusted>x</untrusted>
</user>
<comparison>
<assistant> <!-- BAD[#a]: why -->
No
</assistant>
</comparison>
~~~

| a | b |
|---|---|
| 1 | 2 |

!!! meta "Commentary"
    1. one
`;

const JSON_BYTES = (() => {
  const [, read] = [...readImport(file(strToU8(SMALL)))];
  return strToU8(JSON.stringify((read as ReadRelease).document));
})();

describe("import of anything (QUALITY H6)", () => {
  it("reads every text, and gives it back", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        if (text.includes("\0") || text.trim() === "") return;
        const bytes = strToU8(text);
        expectSound(
          attempt(file(bytes)),
          new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
        );
      }),
      { numRuns: 400 * SOAK },
    );
  });

  it.each([
    ["a small spec", SMALL.repeat(3), "spec.md"],
    ["a page of HTML", `<!doctype html><html><body><p>${"x ".repeat(200)}</body></html>`, "x.md"],
  ])("reads or refuses mutations of %s", (_, text, name) => {
    fc.assert(
      fc.property(mutated(strToU8(text)), (bytes) => expectSound(attempt(file(bytes, name)))),
      { numRuns: 400 * SOAK },
    );
  });

  it("reads or refuses mutations of canonical JSON", () => {
    fc.assert(
      fc.property(mutated(JSON_BYTES), (bytes) => expectSound(attempt(file(bytes, "spec.json")))),
      { numRuns: 400 * SOAK },
    );
  });

  it("reads or refuses mutations of a zip with a history", () => {
    const bytes = zipSync({
      "1.0/spec.md": strToU8(SMALL),
      "1.1/spec.md": strToU8(SMALL.replace("{#a ", "{#c ")),
      "1.1/commit.json": strToU8('{"date":"2026-01-01"}'),
    });
    fc.assert(
      fc.property(mutated(bytes), (changed) => expectSound(attempt(file(changed, "x.zip")))),
      { numRuns: 300 * SOAK },
    );
  });

  it.each([
    "{}",
    "[]",
    "null",
    '{"document": null}',
    '{"document": {"__proto__": {"format": "precept-spec"}}}',
    '{"format": "precept-spec", "title": "\\u0000"}',
    '{"format": "precept-spec", "title": "\\ud800"}',
    `{"a": ${"[".repeat(50_000)}`,
    `{"a": ${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
  ])("refuses JSON %#", (json) => {
    expect(attempt(file(strToU8(json), "spec.json"))).toBeNull();
    expect(({} as Record<string, unknown>)["format"]).toBeUndefined();
  });
});

describe("import of strange signs (QUALITY H10)", () => {
  const SIGNS: [string, string][] = [
    ["right to left", "שלום \u202eevil\u202c عربى"],
    ["zero width", "a\u200bb\u200d\ufeffc"],
    ["look-alikes", "pаypal ѕcope"],
    ["ten thousand accents", `e${"\u0301".repeat(10_000)}`],
    ["composed and decomposed", "é e\u0301 ﬁ Ⅷ"],
    ["families", "👩‍👩‍👧‍👦 🏳️‍🌈"],
    ["beyond the first plane", "𝒳 𠮷 \u{10ffff}"],
    ["line ends of Unicode", "a\u2028b\u2029c\u0085d"],
  ];
  it.each(SIGNS)("keeps %s in titles, ids and text, byte for byte", (_, words) => {
    const text = `# ${words}\n\n## ${words}\n\n${words}\n\n**Example**: ${words}\n\n~~~xml\n<user>\n${words}\n</user>\n~~~\n`;
    const read = attempt(file(strToU8(text)));
    expect(read).toHaveLength(1);
    expectSound(read, text);
    const ids = read![0]!.document.content.flatMap((block) =>
      block.type === "heading" ? (block.attrs.id ?? []) : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.skipIf(corpus.length === 0)("import of mutated real releases", () => {
  it.each(corpus)("reads or refuses mutations of $name", ({ files }) => {
    const whole = strToU8(files["model_spec.md"]!);
    fc.assert(
      fc.property(mutated(whole), (bytes) => expectSound(attempt(file(bytes)))),
      { numRuns: 2 * SOAK },
    );
  });
});
