import { listFirstComments } from "@/lib/data/thread-comments";
import { PUBLIC_VIEWER } from "@/lib/data/thread-views";
import { listThreads } from "@/lib/data/threads";
import { getReleaseIndex } from "@/lib/data/release-index";
import { db } from "@/lib/data/db";
import { NotFound } from "@/lib/errors";
import { suggestedChange } from "@/lib/feedback/suggested-change";
import type { CommentView, PanelComment, PanelThread } from "@/lib/feedback/views";
import { cachedJson, missing } from "../../../cached-json";
import { openFeedback, type FeedbackAddress } from "../../../open-feedback";

/** Threads of one answer, and comments of each: a panel shows no more, pages of their own show all. */
const MOST = 25;
const MOST_COMMENTS = 4;

/**
 * The threads on one section of a release with their first comments. `?on=` is the id or uid of the
 * section.
 */
export async function GET(request: Request, address: FeedbackAddress): Promise<Response> {
  try {
    const { spec, release } = await openFeedback(address);
    const on = new URL(request.url).searchParams.get("on") ?? "";
    const index = await getReleaseIndex(db(), release.documentHash);
    const section = index.sectionById.get(on) ?? index.sectionByUid.get(on);
    if (!section?.uid) return missing("There is no such section in this release.");
    const { threads, total } = await listThreads(spec.id, PUBLIC_VIEWER, {
      releaseId: release.id,
      sectionUid: section.uid,
      perPage: MOST,
    });
    const comments = await listFirstComments(
      threads.map(({ id }) => id),
      MOST_COMMENTS,
    );
    const shown = threads.map(({ opening, ...thread }): PanelThread => ({
      ...thread,
      comments: (comments.get(thread.id) ?? [opening]).map((one) => compared(one, thread.quote)),
    }));
    return cachedJson(request, { total, threads: shown });
  } catch (error) {
    if (error instanceof NotFound) return missing(error.message);
    throw error;
  }
}

const compared = (comment: CommentView, quote: string): PanelComment => ({
  ...comment,
  change: comment.replacement ? suggestedChange(quote, comment.replacement) : null,
});
