import type { ChangeClass } from "../change";
import { matchSpeech } from "../match/match-speech";
import type { ItemLayout } from "../match/layout";
import { nodeKey, sameContent } from "../parts/content-key";
import type { ExamplePart } from "../parts/example-part";
import type { NodeJson } from "@/lib/spec/block-json";
import { wordParts } from "../text/word-parts";
import { alternative, sure } from "./report";
import { tellMessages, tellResponses, type Told } from "./tell-speech";
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
    { class: "normative", from: null, to: place, after: part.title, partOf },
    [part],
  );
}

function tellRemoved(part: ExamplePart, { report, from, sectionChanges }: Telling): void {
  const partOf = sectionChanges.get(part.section) ?? null;
  const place = from.example(part);
  report.add(
    "example.removed",
    { class: "normative", from: place, to: null, before: part.title, partOf },
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
      before: from.title,
      after: to.title,
      ...sureness(from, to, telling),
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
      before: from.title,
      after: to.title,
      parts: same ? [] : wordParts(from.titleTokens, to.titleTokens),
      ...sureness(from, to, telling),
    },
    [from, to],
  );
}

/** The summary stands before what it sums up, so that a list reads from the whole to its parts. */
function tellInside(from: ExamplePart, to: ExamplePart, telling: Telling): void {
  const { report, comparison } = telling;
  matchSpeech(from, to, comparison);
  const told = [...tellMessages(from, to, telling), ...tellResponses(from, to, telling)];
  const real = told.filter((each) => each.kind !== null);
  const titled = from.title !== to.title;
  if (real.length > 0) return tellEdited(from, to, real, telling);
  const rest = remainder(from, to, telling);
  if (rest === "typographic") {
    const onlyTitle = titled && told.length === 0;
    if (!onlyTitle) {
      const places = placesOf(from, to, telling);
      const titles = { before: from.title, after: to.title };
      report.add(
        "example.typography",
        { class: "typographic", ...places, ...titles, contains: [] },
        [from, to],
      );
    }
    return;
  }
  if (rest === "follows") return tellFollowing(from, to, telling);
  tellEdited(from, to, [], telling, rest);
}

function tellEdited(
  from: ExamplePart,
  to: ExamplePart,
  told: readonly Told[],
  telling: Telling,
  kind: ChangeClass = told.some((each) => each.class === "normative") ? "normative" : "editorial",
): void {
  const { report } = telling;
  const summary = report.add(
    "example.edited",
    {
      class: kind,
      ...placesOf(from, to, telling),
      before: from.title,
      after: to.title,
      contains: [],
      ...sureness(from, to, telling),
    },
    [from, to],
  );
  summary.contains = told.map(({ tell }) => tell(summary.id));
}

/** References in an example that follow a renamed section are part of the renaming. */
function tellFollowing(from: ExamplePart, to: ExamplePart, telling: Telling): void {
  const { renamed } = telling.comparison;
  const target = pointersIn(from).find((each) => renamed.has(each));
  const summary = telling.report.add(
    "example.edited",
    {
      class: "editorial",
      ...placesOf(from, to, telling),
      before: from.title,
      after: to.title,
      contains: [],
    },
    [from, to],
  );
  if (target) telling.following.push({ change: summary, id: target });
}

const pointersIn = (example: ExamplePart): string[] =>
  example.responses.flatMap(({ violates, reason }) => [
    ...(violates === null ? [] : [violates]),
    ...reason.pointers.map(({ target }) => target),
  ]);

/** What is left when nobody says anything else and no verdict changed. */
function remainder(
  from: ExamplePart,
  to: ExamplePart,
  { comparison }: Telling,
): "typographic" | "follows" | "editorial" | "normative" {
  const a = bareChildren(from.node);
  const b = bareChildren(to.node);
  if (a.frame !== b.frame) return "normative";
  if (pointersIn(from).some((target) => comparison.renamed.has(target))) return "follows";
  if (a.children !== b.children) return a.sorted === b.sorted ? "editorial" : "typographic";
  return sameContent(from.titleContent, to.titleContent) ? "editorial" : "typographic";
}

/** An example without its words: what it is made of, and whether its parts are the same in another order. */
function bareChildren(node: NodeJson) {
  const keys: string[] = [];
  const frame: string[] = [];
  const visit = (each: NodeJson) => {
    if (each.type === "comparison") {
      frame.push("(");
      each.content?.forEach(visit);
      frame.push(")");
    } else if (each.type !== "exampleTitle") {
      if (each.type === "raw") frame.push(String(nodeKey(each)));
      frame.push(each.type);
      keys.push(String(nodeKey(each)));
    }
  };
  node.content?.forEach(visit);
  const { id, sensitive } = node.attrs ?? {};
  return {
    frame: `${String(id)}${String(sensitive)}${frame.sort().join()}`,
    children: keys.join("\u0000"),
    sorted: keys.sort().join("\u0000"),
  };
}

const placesOf = (from: ExamplePart, to: ExamplePart, telling: Telling) => ({
  from: telling.from.example(from),
  to: telling.to.example(to),
});

function sureness(from: ExamplePart, to: ExamplePart, telling: Telling) {
  const { confidence } = telling.comparison.examples.evidence(from);
  if (confidence >= 0.8) return { confidence: sure(confidence) };
  const places = placesOf(from, to, telling);
  const why = "The example was removed, and another one was written.";
  return {
    confidence: sure(confidence),
    alternatives: [
      alternative(
        ["example.removed", "example.added"],
        1 - confidence,
        why,
        places.from,
        places.to,
      ),
    ],
  };
}
