import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { listComments } from "@/lib/data/thread-comments";
import { PUBLIC_VIEWER } from "@/lib/data/thread-views";
import { getThread } from "@/lib/data/threads";
import { NotFound } from "@/lib/errors";
import { outcomeSentence } from "@/lib/feedback/outcomes";
import { atomAnswer, commentEntry } from "../../atom-answer";

/** The comments of one thread, and what was decided. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ spec: string; thread: string }> },
): Promise<Response> {
  try {
    const { spec: slug, thread: word } = await params;
    const spec = await requirePublicSpec(db(), null, { slug });
    const number = /^[1-9]\d{0,8}$/.test(word) ? Number(word) : 0;
    const thread = await getThread(spec.id, number, PUBLIC_VIEWER);
    const { comments } = await listComments(thread.id, PUBLIC_VIEWER);
    const { disposition } = thread;
    const page = `/${slug}/feedback/${number}`;
    return atomAnswer(`${page}/feed.xml`, {
      title: `${thread.sectionTitle}: thread ${number}`,
      page,
      entries: [
        ...(disposition
          ? [
              {
                path: `${page}#decided-${disposition.at}`,
                title: outcomeSentence(disposition.outcome, disposition),
                author: spec.title,
                at: disposition.at,
                body: disposition.reason,
              },
            ]
          : []),
        ...comments.toReversed().map((comment) => commentEntry(slug, thread, comment)),
      ],
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response(error.message, { status: 404 });
    throw error;
  }
}
