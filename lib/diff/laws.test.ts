import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bare } from "@/lib/markdown/testing/bare";
import { anyBlocks } from "@/lib/markdown/testing/any-document";
import { anyEdit, applyEdit } from "@/lib/markdown/testing/edits";
import { SOAK } from "@/lib/markdown/testing/soak";
import type { BlockJson } from "@/lib/spec/block-json";
import { counter } from "@/lib/spec/builders";
import { specDocument, type SpecDocument } from "@/lib/spec/document";
import { ensureUids } from "@/lib/spec/uid";
import { applyChanges } from "./apply-changes";
import type { Change } from "./change";
import { diffDocuments } from "./diff";
import { sentenceOf } from "./sentence";
import { anySpec } from "./testing/any-spec";

const anyContent = fc
  .array(anyBlocks, { maxLength: 6 })
  .map((runs) => runs.flat())
  .map((blocks) => specDocument({ content: ensureUids(blocks, counter()) }));

/** The same document after some edits, with the identities of a draft. */
const anyEdited = fc
  .record({ document: anyContent, edits: fc.array(anyEdit, { minLength: 1, maxLength: 6 }) })
  .map(({ document, edits }) => ({ document, edited: withEdits(document, edits) }));

function withEdits(document: SpecDocument, edits: Parameters<typeof applyEdit>[1][]): SpecDocument {
  let content: BlockJson[] = document.content;
  edits.forEach((edit, index) => (content = applyEdit(content, edit, `new${index}`).blocks));
  return { ...document, content: ensureUids(content, counter("n")) };
}

const same = (a: SpecDocument, b: SpecDocument) => expect(bare(a.content)).toEqual(bare(b.content));

describe("laws of the comparison", () => {
  it("finds nothing between a document and itself, whoever its blocks are", () => {
    fc.assert(
      fc.property(anyContent, (document) => {
        const copy = { ...document, content: ensureUids(bare(document.content), counter("x")) };
        expect(diffDocuments(document, document).changes).toEqual([]);
        expect(diffDocuments(document, copy).changes).toEqual([]);
        expect(diffDocuments(copy, document).alignment.sections.every((row) => row.unchanged)).toBe(
          true,
        );
      }),
      { numRuns: 60 * SOAK },
    );
  });

  it("makes the one document out of the other: nothing that differs is left untold", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        same(applyChanges(before, diffDocuments(before, after)), after);
      }),
      { numRuns: 60 * SOAK },
    );
  });

  it("does so after edits, with identities and without", () => {
    fc.assert(
      fc.property(anyEdited, fc.boolean(), ({ document, edited }, sameIdentities) => {
        same(applyChanges(document, diffDocuments(document, edited, { sameIdentities })), edited);
      }),
      { numRuns: 150 * SOAK },
    );
  });

  it("does so whatever the order of the list", () => {
    fc.assert(
      fc.property(anyEdited, fc.infiniteStream(fc.nat()), ({ document, edited }, numbers) => {
        const diff = diffDocuments(document, edited);
        const shuffled = diff.changes
          .map((change) => ({ change, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ change }) => change);
        same(applyChanges(document, { ...diff, changes: shuffled }), edited);
      }),
      { numRuns: 60 * SOAK },
    );
  });

  it("names every block of both documents once in the alignment", () => {
    fc.assert(
      fc.property(anyEdited, ({ document, edited }) => {
        const rows = diffDocuments(document, edited).alignment.sections.flatMap(
          ({ blocks }) => blocks,
        );
        const counted = (side: "from" | "to", skip: string) =>
          rows.filter((row) => row[side] !== null && row.state !== skip).map((row) => row[side]!);
        const textBlocks = ({ content }: SpecDocument) =>
          content.flatMap((block, index) => (block.type === "heading" ? [] : [index]));
        for (const index of textBlocks(edited)) expect(counted("to", "left")).toContain(index);
        for (const index of textBlocks(document)) {
          const seen = rows.some((row) => row.from === index);
          expect(seen || isPart(rows, index)).toBe(true);
        }
      }),
      { numRuns: 60 * SOAK },
    );
  });

  it("says every change in a sentence and has a place for it", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const { changes } = diffDocuments(before, after);
        const ids = new Set(changes.map(({ id }) => id));
        expect(ids.size).toBe(changes.length);
        for (const change of changes) {
          expect(sentenceOf(change)).toMatch(/\.$/);
          expect(change.from ?? change.to).not.toBeNull();
          expect(change.confidence).toBeGreaterThanOrEqual(0);
          expect(change.confidence).toBeLessThanOrEqual(1);
          if (change.partOf !== null) expect(ids).toContain(change.partOf);
        }
      }),
      { numRuns: 60 * SOAK },
    );
  });
});

/** A list that was joined with another has no row of its own. */
const isPart = (rows: { parts: { from: number[] | null }[] }[], _index: number) =>
  rows.some(({ parts }) => parts.some(({ from }) => from !== null));

const REVERSED: Record<string, string> = {
  added: "removed",
  removed: "added",
  merged: "split",
  split: "merged",
};

/** What the change would be called the other way round. */
function reversed({ kind, from, to }: Change): string {
  const [what = "", verb = ""] = kind.split(".");
  const places = [from, to].map((place) => place?.sectionTitle ?? "");
  return `${what}.${REVERSED[verb] ?? verb} ${places.reverse().join(" → ")}`;
}

describe("the comparison backwards", () => {
  it("says the reverse", () => {
    fc.assert(
      fc.property(anySpec, ({ before, after }) => {
        const there = diffDocuments(before, after).changes.map(reversed).sort();
        const back = diffDocuments(after, before)
          .changes.map((change) => {
            const places = [change.from, change.to].map((place) => place?.sectionTitle ?? "");
            return `${change.kind} ${places.join(" → ")}`;
          })
          .sort();
        expect(back).toEqual(there);
      }),
      { numRuns: 60 * SOAK },
    );
  });
});
