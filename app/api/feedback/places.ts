import type { CommentForm, PostedForm } from "@/lib/commands/feedback/post-comment";

/** The page on which a comment was written. */
export function commentPlace({ spec, release, on, exact, prefix, suffix, thread }: CommentForm) {
  if (thread) return `/${encodeURIComponent(spec)}/feedback/${encodeURIComponent(thread)}`;
  const query = new URLSearchParams({ on });
  if (exact) {
    query.set("exact", exact.slice(0, 600));
    if (prefix) query.set("prefix", prefix.slice(-80));
    if (suffix) query.set("suffix", suffix.slice(0, 80));
  }
  return `/${encodeURIComponent(spec)}/${encodeURIComponent(release)}/feedback?${query}`;
}

/** Where a comment is once it was posted, with a word about what happens to it. */
export const postedPlace = (
  spec: string,
  { threadNumber, commentNumber, heldBecause }: PostedForm,
) =>
  `/${encodeURIComponent(spec)}/feedback/${threadNumber}?posted=${heldBecause ? "held" : "shown"}#comment-${commentNumber}`;
