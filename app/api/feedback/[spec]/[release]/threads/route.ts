import { listComments } from "@/lib/data/thread-comments";
import { PUBLIC_VIEWER } from "@/lib/data/thread-views";
import { listThreads } from "@/lib/data/threads";
import { getReleaseIndex } from "@/lib/data/release-index";
import { db } from "@/lib/data/db";
import { NotFound } from "@/lib/errors";
import { cachedJson, missing } from "../../../cached-json";
import { openFeedback, type FeedbackAddress } from "../../../open-feedback";

/** Threads of one answer: a panel shows no more, their own page shows all. */
const MOST = 30;

/**
 * The threads on one section of a release with their comments, at most `MOST` threads and the first
 * page of each. `?on=` is the id or uid of the section.
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
    const withComments = await Promise.all(
      threads.map(async ({ opening, ...thread }) => ({
        ...thread,
        comments:
          thread.replies > 0 ? (await listComments(thread.id, PUBLIC_VIEWER)).comments : [opening],
      })),
    );
    return cachedJson(request, { total, threads: withComments });
  } catch (error) {
    if (error instanceof NotFound) return missing(error.message);
    throw error;
  }
}
