import type { ExampleView } from "../examples";
import type { Rule } from "./rule";

export const exampleWithoutGood: Rule = {
  id: "example-without-good",
  severity: "hint",
  reason: "A reader should see what to do, not only what not to do.",
  check: ({ examples }) => without(examples, "GOOD", "good"),
};

export const exampleWithoutBad: Rule = {
  id: "example-without-bad",
  severity: "hint",
  reason: "A rule shows its edge where something nearly right is wrong.",
  check: ({ examples }) => without(examples, "BAD", "bad"),
};

function* without(examples: readonly ExampleView[], verdict: "GOOD" | "BAD", word: string) {
  for (const { responses, uid, section } of examples) {
    const judged = responses.filter((response) => response.verdict !== null);
    if (judged.length === 0 || judged.some((response) => response.verdict === verdict)) continue;
    yield { message: `This example compares responses but has no ${word} one.`, uid, section };
  }
}
