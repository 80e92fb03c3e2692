import type { ExamplePart } from "../parts/example-part";
import { isUnit, type UnitPart } from "../parts/unit-part";
import type { SectionPart } from "../parts/section-part";
import { joinBags } from "../text/bag";
import { common, EVEN } from "../text/likeness";
import type { Telling } from "./telling";

/** How many of the words of a commentary an example must have said, and how many words it must have. */
const SAID = 0.5;
const FEWEST_WORDS = 4;
/** How many of the words of an example must have stayed, in all of the commentary together. */
const STAYED = 0.5;

/**
 * An example whose words stand in commentary of the same section now is told as one change: what became
 * commentary no longer shows a verdict, and was not simply dropped. The same the other way round.
 */
export function foldTurnedExamples(telling: Telling): void {
  const { before, after } = telling.comparison;
  foldSide(before.examples, "into commentary", telling);
  foldSide(after.examples, "out of commentary", telling);
}

function foldSide(
  examples: readonly ExamplePart[],
  turned: "into commentary" | "out of commentary",
  { report }: Telling,
): void {
  const [own, other] =
    turned === "into commentary"
      ? (["example.removed", "unit.added"] as const)
      : (["example.added", "unit.removed"] as const);
  for (const example of examples) {
    if (example.partner || !example.section.partner) continue;
    const change = report.listAbout(example).find(({ kind }) => kind === own);
    if (!change || !("turned" in change)) continue;
    const told = commentaryIn(example.section.partner).flatMap((unit) => {
      const about = report.listAbout(unit).find(({ kind, partOf }) => kind === other && !partOf);
      return about ? [{ unit, about }] : [];
    });
    const said = wordsOf(example);
    const same = told.filter(
      ({ unit: { bag } }) =>
        bag.total >= FEWEST_WORDS && common(bag, said, EVEN) >= SAID * bag.total,
    );
    const stayed = common(joinBags(same.map(({ unit }) => unit.bag)), said, EVEN);
    if (same.length === 0 || stayed < STAYED * said.total) continue;
    change.turned = turned;
    for (const { about } of same) about.partOf = change.id;
  }
}

const commentaryIn = ({ items }: SectionPart): UnitPart[] =>
  items.flatMap((item) => (isUnit(item) && item.commentary && !item.partner ? [item] : []));

const wordsOf = ({ messages, responses }: ExamplePart) =>
  joinBags([...messages, ...responses].map(({ bag }) => bag));
