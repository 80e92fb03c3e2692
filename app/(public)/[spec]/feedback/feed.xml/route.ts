import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { findLatestRelease } from "@/lib/data/releases";
import { getReleaseIndex } from "@/lib/data/release-index";
import { PUBLIC_VIEWER } from "@/lib/data/thread-views";
import { listThreads } from "@/lib/data/threads";
import { NotFound } from "@/lib/errors";
import { atomAnswer, commentEntry } from "../atom-answer";

/** New threads on a spec; with `?clause=` on one clause of its newest release. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ spec: string }> },
): Promise<Response> {
  try {
    const { spec: slug } = await params;
    const spec = await requirePublicSpec(db(), null, { slug });
    const clause = new URL(request.url).searchParams.get("clause");
    const place = clause ? await placeOf(spec.id, clause) : null;
    const { threads } = await listThreads(spec.id, PUBLIC_VIEWER, {
      ...(place ? { releaseId: place.releaseId, sectionUid: place.uid } : {}),
      perPage: 50,
    });
    const query = clause ? `?clause=${encodeURIComponent(clause)}` : "";
    return atomAnswer(`/${slug}/feedback/feed.xml${query}`, {
      title: place ? `Feedback on ${place.title}, ${spec.title}` : `Feedback on ${spec.title}`,
      page: `/${slug}/feedback`,
      entries: threads.map((thread) => commentEntry(slug, thread, thread.opening)),
    });
  } catch (error) {
    if (error instanceof NotFound) return new Response(error.message, { status: 404 });
    throw error;
  }
}

async function placeOf(specId: string, clause: string) {
  const release = await findLatestRelease(db(), specId);
  const index = release && (await getReleaseIndex(db(), release.documentHash));
  const section = index?.sectionById.get(clause) ?? index?.sectionByUid.get(clause);
  if (!release || !section?.uid) throw new NotFound("such clause");
  return { releaseId: release.id, uid: section.uid, title: section.title };
}
