import type { ExampleView, ResponseView } from "@/lib/spec/examples";
import { fold } from "./fold";
import { notFound, type Placement, type PlacementGround } from "./place";
import type { PlaceIndex } from "./place-index";
import { sectionSuccessor } from "./section-successor";
import type { ExampleTarget, ResponseTarget } from "./target";

export function placeExample(
  target: ExampleTarget,
  before: PlaceIndex,
  after: PlaceIndex,
): Placement {
  const example = before.examples.find(({ uid }) => uid === target.uid);
  if (!example) return notFound(0.5);
  const next = exampleSuccessor(example, after);
  if (!next || next.example.uid === null) return notFound(0.85);
  return {
    state: stateOf(example, next.example, after),
    target: { kind: "example", uid: next.example.uid },
    confidence: next.confidence,
    found: next.found,
  };
}

export function placeResponse(
  target: ResponseTarget,
  before: PlaceIndex,
  after: PlaceIndex,
): Placement {
  const example = before.examples.find(({ uid }) => uid === target.exampleUid);
  const response = example?.responses.find(({ uid }) => uid === target.uid);
  if (!example || !response) return notFound(0.5);
  const next = exampleSuccessor(example, after);
  if (!next || next.example.uid === null) return notFound(0.85);
  const match = responseSuccessor(response, example, next.example);
  if (!match || match.response.uid === null) {
    return {
      state: "changed",
      target: { kind: "example", uid: next.example.uid },
      confidence: 0.4,
      found: "clause only",
    };
  }
  const moved = !sameSection(example, next.example, after);
  const changed = contentOf(response) !== contentOf(match.response);
  return {
    state: changed ? "changed" : moved ? "moved" : "same",
    target: { kind: "response", uid: match.response.uid, exampleUid: next.example.uid },
    confidence: Math.min(next.confidence, match.confidence),
    found: next.found,
  };
}

interface Next {
  example: ExampleView;
  found: PlacementGround;
  confidence: number;
}

/** By identity, else by title and section, else by title alone, else by what is asked in it. */
function exampleSuccessor(example: ExampleView, after: PlaceIndex): Next | null {
  const same = after.examples.find(({ uid }) => uid !== null && uid === example.uid);
  if (same) return { example: same, found: "identity", confidence: 1 };
  const titled = after.examples.filter((other) => key(other.title) === key(example.title));
  const here = titled.filter((other) => sameSection(example, other, after));
  if (here.length === 1 && here[0]) {
    return { example: here[0], found: "title", confidence: 0.95 };
  }
  if (titled.length === 1 && titled[0]) {
    const asked = question(titled[0]) === question(example);
    return { example: titled[0], found: "title", confidence: asked ? 0.95 : 0.7 };
  }
  const asking = after.examples.filter((other) => question(other) === question(example));
  return asking.length === 1 && asking[0] && question(example) !== ""
    ? { example: asking[0], found: "words", confidence: 0.85 }
    : null;
}

/** By identity, else by its words, else by its place when the verdict there is still the same. */
function responseSuccessor(
  response: ResponseView,
  before: ExampleView,
  after: ExampleView,
): { response: ResponseView; confidence: number } | null {
  const same = after.responses.find(({ uid }) => uid !== null && uid === response.uid);
  if (same) return { response: same, confidence: 1 };
  const worded = after.responses.filter(({ text }) => key(text) === key(response.text));
  if (worded.length === 1 && worded[0]) return { response: worded[0], confidence: 0.95 };
  const there = after.responses[before.responses.indexOf(response)];
  return there && there.verdict === response.verdict ? { response: there, confidence: 0.6 } : null;
}

function stateOf(example: ExampleView, next: ExampleView, after: PlaceIndex) {
  const content = (view: ExampleView) =>
    [
      key(view.title),
      ...view.messages.map(({ role, text }) => `${role}\n${key(text)}`),
      ...view.responses.map(contentOf),
    ].join("\n\n");
  if (content(example) !== content(next)) return "changed";
  return sameSection(example, next, after) ? "same" : "moved";
}

function sameSection(before: ExampleView, after: ExampleView, index: PlaceIndex): boolean {
  if (!before.section || !after.section) return before.section === after.section;
  return sectionSuccessor(before.section, index)?.section === after.section;
}

const contentOf = ({ text, verdict, violates, reasonText }: ResponseView) =>
  [verdict, violates, key(reasonText), key(text)].join("\n");

const question = ({ messages }: ExampleView) =>
  key(messages.findLast(({ role }) => role === "user")?.text ?? "");

const key = (text: string) => fold(text).text.trim().toLowerCase();
