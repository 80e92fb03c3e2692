import type { ExamplePart } from "../parts/example-part";
import { alternative, sure } from "./report";
import type { Telling } from "./telling";

// What every change of an example says.

export const placesOf = (from: ExamplePart, to: ExamplePart, telling: Telling) => ({
  from: telling.from.example(from),
  to: telling.to.example(to),
});

export const bothTitles = (from: ExamplePart, to: ExamplePart) => ({
  before: from.title,
  after: to.title,
});

/** How sure it is that the two are one example, and what it would be otherwise. */
export function sureness(from: ExamplePart, to: ExamplePart, telling: Telling) {
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
