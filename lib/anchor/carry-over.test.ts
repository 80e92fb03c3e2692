import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { counter } from "@/lib/spec/builders";
import { sectionTree } from "@/lib/spec/section-tree";
import { fold } from "./fold";
import { isCertain, placer, type Placement } from "./place";
import { passages, type Passage } from "./passages";
import { passageTarget } from "./quote-passage";
import type { Target } from "./target";

/**
 * Comments on random passages of real releases, placed in the next one. Identities differ completely,
 * so that everything rests on words, names and places.
 */
describe.skipIf(releases.length < 2)("threads on the real releases", () => {
  const documents = releases.map(({ name, files }) => ({
    name,
    document: parse(files, { mint: counter(`${name}-`) }).document,
  }));
  const pairs = documents.slice(1).map((after, index) => [documents[index]!, after] as const);

  it.each(pairs.map(([a, b]) => [`${a.name} to ${b.name}`, a, b] as const))(
    "from %s: none is lost, none is passed off as the same",
    (_, before, after) => {
      const place = placer(before.document, after.document);
      const all = passages(sectionTree(before.document.content));
      const next = passages(sectionTree(after.document.content));
      const wordsOf = (target: Target | null) => {
        if (target?.kind !== "passage") return null;
        const { uid, part, start, end } = target;
        return next.find((one) => one.uid === uid && one.part === part)?.text.slice(start, end);
      };
      const counts = new Map<string, number>();
      const outcome = ({ state, ...placement }: Placement) =>
        `${state}${isCertain({ state, ...placement }) ? "" : ", for a person"}`;
      fc.assert(
        fc.property(anyQuote(all), ({ index, start, end }) => {
          const passage = all[index]!;
          const target = passageTarget(passage, start, end);
          const placed = place(target);
          const same = (text: string) => fold(text).text.trim();
          if (placed.state === "same" || placed.state === "moved") {
            expect(same(wordsOf(placed.target) ?? "")).toBe(same(target.quote.exact));
          }
          // What stands word for word in the next release, in one place, must be found there.
          const whole = same(passage.text);
          const wholes = next.filter(({ search }) => search.folded.text.trim() === whole);
          if (wholes.length === 1 && passage.text.length > 60 && end - start > 24) {
            expect(["same", "moved"]).toContain(placed.state);
            expect(placed.target).toMatchObject({ uid: wholes[0]!.uid, part: wholes[0]!.part });
            expect(isCertain(placed)).toBe(true);
          }
          if (placed.state === "gone") expect(placed.target).toBeNull();
          else expect(placed.target).not.toBeNull();
          counts.set(outcome(placed), (counts.get(outcome(placed)) ?? 0) + 1);
        }),
        { numRuns: 300 },
      );
      process.stdout.write(`${before.name} to ${after.name}: ${JSON.stringify([...counts])}\n`);
      expect(counts.get("same")).toBeGreaterThan(100);
    },
  );
});

/** Indices and not the passages themselves: a failure prints what it failed on. */
function anyQuote(all: readonly Passage[]) {
  return fc
    .nat(all.length - 1)
    .chain((index) =>
      fc
        .tuple(fc.nat(all[index]!.text.length - 1), fc.integer({ min: 1, max: 200 }))
        .map(([start, length]) => ({
          index,
          start,
          end: Math.min(all[index]!.text.length, start + length),
        })),
    )
    .filter(({ index, start, end }) => all[index]!.text.slice(start, end).trim().length > 3);
}
