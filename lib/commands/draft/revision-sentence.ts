import { diffDocuments } from "@/lib/diff/diff";
import { summarise } from "@/lib/diff/summary";
import type { SpecDocument } from "@/lib/spec/document";

/** How many sections the first text of a spec has. */
export function firstSentence({ content }: SpecDocument): string {
  const count = content.filter(({ type }) => type === "heading").length;
  return count === 0
    ? "First text"
    : `First text, ${count} ${count === 1 ? "section" : "sections"}`;
}

/** What changed between two moments of one draft, in one sentence for a list. */
export function revisionSentence(before: SpecDocument, after: SpecDocument): string {
  return summarise(diffDocuments(before, after, { sameIdentities: true })).sentence;
}
