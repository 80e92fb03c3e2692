import { THREADS_PER_PAGE, listThreads } from "./threads";
import { listComments } from "./thread-comments";
import { PUBLIC_VIEWER } from "./thread-views";
import type { CommentView, ThreadView } from "@/lib/feedback/views";
import type { Actor } from "@/lib/policy/actor";
import { requireInbox } from "./feedback-inbox";

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
    const { threads } = await listThreads(specId, PUBLIC_VIEWER, { sort: "oldest", page });
    for (const { opening, ...thread } of threads) {
      docket.push({ ...thread, comments: await allComments(thread.id, opening, thread.replies) });
    }
    if (threads.length < THREADS_PER_PAGE) return docket;
  }
}

async function allComments(threadId: string, opening: CommentView, replies: number) {
  if (replies === 0) return [opening];
  const all: CommentView[] = [];
  for (let page = 1; ; page += 1) {
    const { comments, total } = await listComments(threadId, PUBLIC_VIEWER, page);
    all.push(...comments);
    if (all.length >= total || comments.length === 0) return all;
  }
}
