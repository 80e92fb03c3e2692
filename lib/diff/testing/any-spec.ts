import fc from "fast-check";
import {
  at,
  clause,
  compare,
  bad,
  example,
  good,
  p,
  section,
  spec,
  user,
} from "@/lib/spec/builders";
import type { BlockJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";

/** One clause as the generator thinks of it. */
interface Clause {
  number: number;
  title: string;
  authority: string;
  texts: number[];
  examples: number[];
}

const SUBJECTS = [
  "harbour",
  "ledger",
  "kettle",
  "orchard",
  "signal",
  "compass",
  "lantern",
  "meadow",
];
const VERBS = ["keeps", "measures", "answers", "refuses", "explains", "gathers", "mends", "guards"];
const ENDS = [
  "before noon",
  "without asking",
  "for the visitor",
  "in plain words",
  "at its own cost",
];

/** A sentence that no other number gives: nothing in it could be mistaken for another. */
function words(number: number): string {
  const pick = (list: readonly string[], by: number) =>
    list[Math.floor(number / by) % list.length]!;
  const own = `n${number}a n${number}b n${number}c n${number}d`;
  return `The ${pick(SUBJECTS, 1)} ${pick(VERBS, 8)} ${own} ${pick(ENDS, 64)}.`;
}

function blocksOf({ number, title, authority, texts, examples }: Clause): BlockJson[] {
  const parts = texts.map((text) => p(words(text)));
  const cases = examples.map((each) =>
    example(`case ${words(each)}`, user(`Ask ${words(each)}`), compare(good("Yes."), bad("No."))),
  );
  const blocks = clause(`clause_${number}`, title, ...parts, ...cases);
  return at(authority, blocks);
}

const build = (clauses: readonly Clause[]): SpecDocument =>
  spec(
    section("top", "Top", "One opening sentence that always stays here."),
    ...clauses.map(blocksOf),
  );

type Step = {
  at: number;
  what:
    | "drop text"
    | "add text"
    | "retitle"
    | "authority"
    | "drop example"
    | "drop clause"
    | "move text";
};

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(7),
  what: fc.constantFrom(
    "drop text" as const,
    "add text" as const,
    "retitle" as const,
    "authority" as const,
    "drop example" as const,
    "drop clause" as const,
    "move text" as const,
  ),
});

function changed(clauses: readonly Clause[], { at: place, what }: Step, fresh: number): Clause[] {
  const index = place % clauses.length;
  const next = clauses.map((each) => ({
    ...each,
    texts: [...each.texts],
    examples: [...each.examples],
  }));
  const one = next[index]!;
  if (what === "drop text") one.texts.pop();
  if (what === "add text") one.texts.push(fresh);
  if (what === "retitle") one.title = `${one.title} anew`;
  if (what === "authority") one.authority = one.authority === "root" ? "user" : "root";
  if (what === "drop example") one.examples.pop();
  if (what === "drop clause" && next.length > 2) next.splice(index, 1);
  if (what === "move text" && one.texts.length > 1)
    next[(index + 1) % next.length]!.texts.push(one.texts.pop()!);
  return next;
}

/** Two specs of clear texts, the second made of the first in a few steps that a person would take. */
export const anySpec: fc.Arbitrary<{ before: SpecDocument; after: SpecDocument }> = fc
  .record({
    sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2)), {
      minLength: 3,
      maxLength: 6,
    }),
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  })
  .map(({ sizes, steps }) => {
    let number = 0;
    const clauses = sizes.map(([texts, examples], index): Clause => ({
      number: index,
      title: `Title ${index} of ${SUBJECTS[index]}`,
      // Both levels are always in use, so that changing one clause renames no level.
      authority: index % 2 === 0 ? "root" : "user",
      texts: Array.from({ length: texts }, () => ++number),
      examples: Array.from({ length: examples }, () => ++number),
    }));
    let after: Clause[] = clauses;
    steps.forEach((each, index) => (after = changed(after, each, 1_000 + index)));
    return { before: build(clauses), after: build(after) };
  });
