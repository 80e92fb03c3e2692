import { listThreads } from "./threads";
import { listFirstComments } from "./thread-comments";
import { PUBLIC_VIEWER } from "./thread-views";
import type { CommentView, ThreadView } from "@/lib/feedback/views";
import type { Actor } from "@/lib/policy/actor";
import { requireInbox } from "./feedback-inbox";

/** Threads that are read at once: few queries, and never all of a large docket in one answer. */
const AT_ONCE = 200;
/** All of them, for threads that people have. */
const MOST_COMMENTS = 100_000;

export type DocketThread = Omit<ThreadView, "opening"> & { comments: CommentView[] };

/**
 * Everything that the public said about a spec and what became of it, as the public sees it: people stand
 * in it under the names that they show, hidden words stay hidden.
 *
 * @throws Forbidden, NotFound
 */
export async function getDocket(actor: Actor, specId: string): Promise<DocketThread[]> {
  await requireInbox(actor, specId);
  const docket: DocketThread[] = [];
  for (let page = 1; ; page += 1) {
    const { threads } = await listThreads(specId, PUBLIC_VIEWER, {
      sort: "oldest",
      page,
      perPage: AT_ONCE,
    });
    const ids = threads.map(({ id }) => id);
    const comments = await listFirstComments(ids, MOST_COMMENTS);
    for (const { opening, ...thread } of threads) {
      docket.push({ ...thread, comments: comments.get(thread.id) ?? [opening] });
    }
    if (threads.length < AT_ONCE) return docket;
  }
}
