import type { CandidateState } from "@/lib/workflow/candidate-state";
import type { Check } from "@/lib/workflow/checks";
import type { Person, ReviewPart } from "./review-types";

/** "Rosa", "Rosa and Kim", "Rosa, Kim or Lee". */
export function list(names: readonly string[], word: "and" | "or" = "and"): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
}

export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

export interface Verdict {
  tone: "positive" | "caution" | "neutral";
  title: string;
  words: string;
}

/** The answer to "can this be published?", in two lines. */
export function verdictOf(
  state: CandidateState,
  checks: readonly Check[],
  parts: readonly ReviewPart[],
): Verdict {
  const failed = checks.filter((check) => check.state !== "passed");
  const approved = parts.filter((part) => part.state === "approved").length;
  switch (state) {
    case "published":
      return {
        tone: "positive",
        title: "Published",
        words: "What was approved is what readers see, byte for byte.",
      };
    case "replaced":
      return { tone: "neutral", title: "Replaced", words: "A newer candidate took its place." };
    case "withdrawn":
      return {
        tone: "neutral",
        title: "Withdrawn",
        words: "It will not be published. The draft goes on.",
      };
    case "changes_requested":
      return {
        tone: "caution",
        title: "Not yet: somebody asks for changes",
        words: `${approved} of ${plural(parts.length, "change")} approved.`,
      };
    default:
      if (failed.length === 0) {
        return state === "scheduled"
          ? {
              tone: "positive",
              title: "It will be published at its time",
              words: "Everything is checked once more then.",
            }
          : { tone: "positive", title: "This can be published", words: "Every condition is met." };
      }
      return {
        tone: "neutral",
        title: "Not yet",
        words:
          approved < parts.length
            ? `${approved} of ${plural(parts.length, "change")} approved. ${helpWords(parts)}`
            : `All changes are approved; ${plural(failed.length, "condition is", "conditions are")} not met.`,
      };
  }
}

/** Who could approve how much of what is missing. */
function helpers(parts: readonly ReviewPart[]): { person: Person; changes: number }[] {
  const found = new Map<string, { person: Person; changes: number }>();
  for (const part of parts.filter(({ state }) => state !== "approved")) {
    for (const person of part.couldApprove) {
      const known = found.get(person.id) ?? { person, changes: 0 };
      known.changes += 1;
      found.set(person.id, known);
    }
  }
  return [...found.values()].sort((a, b) => b.changes - a.changes);
}

function helpWords(parts: readonly ReviewPart[]): string {
  const people = helpers(parts);
  if (people.length === 0) return "Nobody in this spec may give the approvals that are missing.";
  const named = people.slice(0, 3).map(({ person, changes }) => `${person.name} (${changes})`);
  return `${list(named, "or")} can approve what is missing.`;
}

/** What a part still needs, as a sentence; null when it needs nothing. */
export function missingWords(part: ReviewPart): string | null {
  if (part.state === "approved") return null;
  if (part.state === "objected") return "An objection is open.";
  const missing = part.needed - part.approvedBy.length;
  const owners = part.ownersMissing.map(({ name }) => name);
  const who = part.couldApprove.map(({ name }) => name);
  if (part.isStuck) {
    return "Too few people may approve this: others wrote it, or are no reviewers. Add a reviewer.";
  }
  const needs = [
    ...(missing > 0 ? [plural(missing, "more approval")] : []),
    ...(owners.length > 0 ? [`somebody of ${list(owners)}`] : []),
  ];
  const shown = who.length > 4 ? [...who.slice(0, 3), `${who.length - 3} others`] : who;
  return `Needs ${list(needs)}: ${list(shown, "or")}.`;
}

export const HINDRANCE_WORDS = {
  "no reviewer": "Reviewers approve.",
  "made the candidate": "You made this candidate, so others approve it.",
  "helped to write it": "You helped to write this, so others approve it.",
} as const;

export const BECAME_WORDS = { added: "New", removed: "Removed", changed: "Changed" } as const;
