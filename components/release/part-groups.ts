import { missingWords } from "./review-words";
import type { ReviewPart } from "./review-types";

/** Changes that wait for the same. */
export interface PartGroup {
  state: ReviewPart["state"];
  /** What they wait for, as a sentence; null when for nothing. */
  words: string | null;
  /** In the order of the text. */
  parts: ReviewPart[];
}

const ORDER: readonly ReviewPart["state"][] = [
  "objected",
  "needs approval again",
  "needs approval",
  "approved",
];

/** Groups the changes of a candidate by what they wait for, most pressing first. */
export function partGroups(parts: readonly ReviewPart[]): PartGroup[] {
  const groups = new Map<string, PartGroup>();
  for (const part of parts) {
    const { state } = part;
    const words = missingWords(part);
    const key = `${state} ${words ?? ""}`;
    const group = groups.get(key) ?? { state, words, parts: [] };
    group.parts.push(part);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
