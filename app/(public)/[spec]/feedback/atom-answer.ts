import { siteOrigin } from "@/lib/auth/settings";
import { atomFeed, type AtomEntry } from "@/lib/feedback/atom";
import { KIND_WORDS } from "@/lib/feedback/kinds";
import type { CommentView, ThreadView } from "@/lib/feedback/views";

/** A feed as an answer that readers may keep for five minutes. */
export function atomAnswer(
  path: string,
  feed: { title: string; page: string; entries: AtomEntry[] },
): Response {
  return new Response(atomFeed(siteOrigin(), path, feed), {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "public, max-age=300",
    },
  });
}

/** A comment as an entry; of one that is not shown only that it was there. */
export const commentEntry = (
  spec: string,
  thread: Pick<ThreadView, "number" | "kind" | "sectionTitle">,
  comment: CommentView,
): AtomEntry => ({
  path: `/${spec}/feedback/${thread.number}#comment-${comment.number}`,
  title:
    comment.number === 1
      ? `${KIND_WORDS[thread.kind].name}: ${thread.sectionTitle}`
      : `Answer: ${thread.sectionTitle}`,
  author: comment.byline.name,
  at: comment.editedAt ?? comment.at,
  body: comment.body || "This comment is not shown.",
});
