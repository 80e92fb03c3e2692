import { approveComment, hideComment } from "@/lib/commands/feedback/moderate-comment";
import { OpenThread, openThread } from "@/lib/commands/feedback/open-thread";
import { ReplyToThread, replyToThread } from "@/lib/commands/feedback/reply-to-thread";
import { SettleThread, settleThread } from "@/lib/commands/feedback/settle-thread";
import { supportThread } from "@/lib/commands/feedback/support-thread";
import type { Actor } from "@/lib/policy/actor";
import type { ReaderComment } from "./marlow/reader-comment";
import { addReader, type Cast } from "./people";

interface Consultation {
  specId: string;
  cast: Cast;
  /** When the first comment came in. */
  from: Date;
  /** What the adopted ones are meant for: the label of the next release. */
  next: string;
}

const DAY = 86_400_000;

/** Readers comment, one every other day; staff let them through, answer, and say what became of each. */
export async function seedFeedback(
  comments: readonly ReaderComment[],
  { specId, cast, from, next }: Consultation,
): Promise<void> {
  const readers: Actor[] = [];
  for (const [index, comment] of comments.entries()) {
    const at = new Date(from.getTime() + index * 2 * DAY);
    const reader = await addReader(comment.author, at);
    const thread = await openThread(reader, pointedAt(specId, comment), at);
    if (comment.hidden) {
      const reason = { rule: "advertising" as const, reason: comment.hidden };
      await hideComment(cast.hanna, { commentId: thread.id, ...reason }, later(at, 0.2));
      continue;
    }
    // The last one that nobody decided on still waits for a moderator: the queue is not empty.
    if (comment === comments.findLast(({ disposition, hidden }) => !disposition && !hidden))
      continue;
    await approveComment(cast.hanna, { commentId: thread.id }, later(at, 0.2));
    for (const [place, reply] of comment.replies.entries()) {
      const isOfficial = reply.by === "staff";
      const said = await replyToThread(
        isOfficial ? cast.mei : reader,
        ReplyToThread.parse({ threadId: thread.threadId, body: reply.body, isOfficial }),
        later(at, 0.6 + place),
      );
      if (said.heldBecause) {
        await approveComment(cast.hanna, { commentId: said.id }, later(at, 0.8 + place));
      }
    }
    // Every third reader before them thought so too: enough to see that some things moved many.
    for (const other of readers.filter((_, place) => (place + index) % 3 === 0)) {
      await supportThread(other, { threadId: thread.threadId, on: true }, later(at, 3));
    }
    readers.push(reader);
    if (comment.disposition) {
      const { outcome, reason } = comment.disposition;
      const isDone = outcome === "adopted" || outcome === "clarified";
      await settleThread(
        cast.mei,
        SettleThread.parse({
          threadId: thread.threadId,
          outcome,
          reason,
          targetLabel: isDone ? next : null,
        }),
        later(at, 9),
      );
    }
  }
}

function pointedAt(specId: string, comment: ReaderComment): OpenThread {
  return OpenThread.parse({
    specId,
    release: comment.release,
    on: comment.clause,
    quote: comment.quote ? { exact: comment.quote } : null,
    kind: comment.kind,
    body: comment.body,
    replacement: comment.replacement ?? "",
  });
}

const later = (at: Date, days: number) => new Date(at.getTime() + days * DAY);
