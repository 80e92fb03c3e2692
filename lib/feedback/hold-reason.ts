import { isNewcomer, type AuthorStanding } from "./trust";

/** Faster than this nobody reads, thinks and types. */
const QUICKEST_MS = 3_000;

export interface PostFacts {
  /** How long the form was open before it was sent; null when the sender did not say. */
  writtenForMs: number | null;
  /** Whether somebody else posted the same words before. */
  saidByOthers: boolean;
}

/**
 * Why a comment waits for a moderator, in words for the moderator and for its author; empty when it
 * appears at once.
 */
export function holdReason(author: AuthorStanding, facts: PostFacts): string {
  if (author.isMember) return "";
  if (facts.saidByOthers) return "Somebody else posted the same words before.";
  if (!isNewcomer(author)) return "";
  if (facts.writtenForMs !== null && facts.writtenForMs < QUICKEST_MS) {
    return "It was sent within three seconds.";
  }
  return author.approved === 0
    ? "It is the first comment of this author."
    : "The author has one approved comment so far.";
}
