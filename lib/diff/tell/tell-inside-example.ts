import type { NodeJson } from "@/lib/spec/block-json";
import type { ChangeClass } from "../change";
import { matchSpeech } from "../match/match-speech";
import { nodeKey, sameContent } from "../parts/content-key";
import type { ExamplePart, SpeechPart } from "../parts/example-part";
import { bothTitles, placesOf, sureness } from "./example-telling";
import { tellMessages, tellResponses, type Told } from "./tell-speech";
import type { Telling } from "./telling";

/** The summary stands before what it sums up, so that a list reads from the whole to its parts. */
export function tellInside(from: ExamplePart, to: ExamplePart, telling: Telling): void {
  matchSpeech(from, to, telling.comparison);
  const told = [...tellMessages(from, to, telling), ...tellResponses(from, to, telling)];
  const real = told.filter((each) => each.kind !== null);
  if (real.length > 0) return tellEdited(from, to, telling, classOfAll(real), real);
  const rest = remainder(from, to, telling);
  switch (rest) {
    case "typographic":
      // A title whose typography changed is told as such.
      if (from.title === to.title || told.length > 0) tellTypography(from, to, telling);
      return;
    case "follows":
      return tellFollowing(from, to, telling);
    default:
      return tellEdited(from, to, telling, rest, []);
  }
}

const classOfAll = (told: readonly Told[]): ChangeClass =>
  told.some((each) => each.class === "normative") ? "normative" : "editorial";

function tellTypography(from: ExamplePart, to: ExamplePart, telling: Telling): void {
  telling.report.add(
    "example.typography",
    {
      class: "typographic",
      ...placesOf(from, to, telling),
      ...bothTitles(from, to),
      contains: [],
      reordered: false,
    },
    [from, to],
  );
}

function tellEdited(
  from: ExamplePart,
  to: ExamplePart,
  telling: Telling,
  kind: ChangeClass,
  told: readonly Told[],
): void {
  const summary = telling.report.add(
    "example.edited",
    {
      class: kind,
      ...placesOf(from, to, telling),
      ...bothTitles(from, to),
      contains: [],
      reordered: areReordered(from.messages) || areReordered(from.responses),
      ...sureness(from, to, telling),
    },
    [from, to],
  );
  summary.contains = told.map(({ tell }) => tell(summary.id));
}

/** Whether what is there on both sides stands in another order now. */
function areReordered(parts: readonly SpeechPart[]): boolean {
  const places = parts.flatMap(({ partner }) => partner?.index ?? []);
  return places.some((place, at) => at > 0 && place < places[at - 1]!);
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
      ...bothTitles(from, to),
      contains: [],
      reordered: false,
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
