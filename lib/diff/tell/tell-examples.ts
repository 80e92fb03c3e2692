import type { ItemLayout } from "../match/layout";
import type { ExamplePart } from "../parts/example-part";
import { wordParts } from "../text/word-parts";
import { bothTitles, placesOf, sureness } from "./example-telling";
import { tellInside } from "./tell-inside-example";
import { classOfMove, type Telling } from "./telling";

/** Tells what became of one example of the layout. */
export function tellExample(row: ItemLayout, telling: Telling): void {
  const from = row.from as ExamplePart | null;
  const to = row.to as ExamplePart | null;
  if (from && to) {
    if (row.at === "goes") return;
    if (row.at === "comes") tellMoved(from, to, telling);
    tellRenamed(from, to, telling);
    if (!from.unchanged) tellInside(from, to, telling);
  } else if (from) tellRemoved(from, telling);
  else if (to) tellAdded(to, telling);
}

function tellAdded(part: ExamplePart, { report, to, sectionChanges }: Telling): void {
  const partOf = sectionChanges.get(part.section) ?? null;
  const place = to.example(part);
  report.add(
    "example.added",
    { class: "normative", from: null, to: place, after: part.title, partOf, turned: null },
    [part],
  );
}

function tellRemoved(part: ExamplePart, { report, from, sectionChanges }: Telling): void {
  const partOf = sectionChanges.get(part.section) ?? null;
  const place = from.example(part);
  report.add(
    "example.removed",
    { class: "normative", from: place, to: null, before: part.title, partOf, turned: null },
    [part],
  );
}

function tellMoved(from: ExamplePart, to: ExamplePart, telling: Telling): void {
  const crossed = from.section.partner !== to.section;
  telling.report.add(
    crossed ? "example.moved" : "example.reordered",
    {
      class: crossed ? classOfMove(from.section, to.section, telling) : "editorial",
      ...placesOf(from, to, telling),
      ...bothTitles(from, to),
      ...sureness(from, to, telling),
      turned: null,
    },
    [from, to],
  );
}

function tellRenamed(from: ExamplePart, to: ExamplePart, telling: Telling): void {
  if (from.title === to.title) return;
  const same = from.hasTitleOf(to);
  telling.report.add(
    "example.renamed",
    {
      class: same ? "typographic" : "editorial",
      ...placesOf(from, to, telling),
      ...bothTitles(from, to),
      parts: same ? [] : wordParts(from.titleTokens, to.titleTokens),
      ...sureness(from, to, telling),
      turned: null,
    },
    [from, to],
  );
}
