/** What can become of a thread. Each needs a reason in words. */
export const OUTCOMES = ["adopted", "clarified", "deferred", "set_aside"] as const;

export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Readonly<Record<Outcome, { name: string; hint: string }>> = {
  adopted: { name: "Adopted", hint: "The text changes as was asked, or nearly so." },
  clarified: { name: "Clarified", hint: "The meaning stays; the words become clearer." },
  deferred: { name: "Deferred", hint: "It will be looked at again for a later release." },
  set_aside: { name: "Set aside", hint: "The text stays as it is, and the reason says why." },
};

export const isOutcome = (value: unknown): value is Outcome =>
  OUTCOMES.some((outcome) => outcome === value);

/** Outcomes that change the text: such a thread is settled by the release in which it changed. */
const changesText = (outcome: Outcome) => outcome === "adopted" || outcome === "clarified";

/** "Adopted in 2026-11", "Set aside": the state of a settled thread in a few words. */
export function outcomeSentence(
  outcome: Outcome,
  { landedIn, targetLabel }: { landedIn: string | null; targetLabel: string | null },
): string {
  const { name } = OUTCOME_WORDS[outcome];
  if (changesText(outcome)) {
    if (landedIn) return `${name} in ${landedIn}`;
    return targetLabel ? `${name} for ${targetLabel}` : `${name} for the next release`;
  }
  return outcome === "deferred" && targetLabel ? `${name} to ${targetLabel}` : name;
}
