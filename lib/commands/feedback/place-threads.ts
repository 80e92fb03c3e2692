import { describeTarget } from "@/lib/anchor/describe-target";
import type { PlaceIndex } from "@/lib/anchor/place-index";
import { placeIn } from "@/lib/anchor/place";
import { placeIndex } from "@/lib/anchor/place-index";
import { readTarget, writeTarget } from "@/lib/anchor/stored-target";
import type { Target } from "@/lib/anchor/target";
import { getReleaseIndex } from "@/lib/data/release-index";
import type { Transaction } from "@/lib/data/transaction";
import type { SpecDocument } from "@/lib/spec/document";

interface PlacedThread {
  id: string;
  releaseId: string;
}

/**
 * Finds every open thread of a spec again in a release that is being recorded, always from the text it
 * was written on, and tells those whose text was to change that this is the release. Runs in the
 * release's own transaction: there is no release in which a thread is nowhere.
 */
export async function placeThreads(
  tx: Transaction,
  release: { id: string; specId: string; label: string; document: SpecDocument },
): Promise<void> {
  const { specId } = release;
  const open = await tx.thread.findMany({
    where: { specId, mergedIntoId: null, dispositions: { none: { endedAt: null } } },
    select: {
      id: true,
      target: true,
      releaseId: true,
      release: { select: { documentHash: true } },
    },
    // By release, so that each document is read once.
    orderBy: [{ releaseId: "asc" }, { id: "asc" }],
  });
  if (open.length > 0) {
    const after = placeIndex(release.document);
    const placements = [];
    for (const thread of open) {
      const before = await getReleaseIndex(tx, thread.release.documentHash);
      placements.push(placement(thread, readTarget(thread.target), before, release.id, after));
    }
    await tx.threadPlacement.createMany({ data: placements });
  }
  await tx.disposition.updateMany({
    where: {
      endedAt: null,
      releaseId: null,
      outcome: { in: ["adopted", "clarified"] },
      OR: [{ targetLabel: null }, { targetLabel: release.label }],
      thread: { specId },
    },
    data: { releaseId: release.id },
  });
}

/** Places one thread in the releases after the one it was written on, where it has no place yet. */
export async function placeInLaterReleases(
  tx: Transaction,
  thread: PlacedThread & { specId: string },
  target: Target,
  number: number,
): Promise<void> {
  const later = await tx.release.findMany({
    where: {
      specId: thread.specId,
      number: { gt: number },
      placements: { none: { threadId: thread.id } },
    },
    select: { id: true, documentHash: true },
    orderBy: { number: "asc" },
  });
  if (later.length === 0) return;
  const own = await tx.release.findUniqueOrThrow({
    where: { id: thread.releaseId },
    select: { documentHash: true },
  });
  for (const { id, documentHash } of later) {
    const before = await getReleaseIndex(tx, own.documentHash);
    const after = await getReleaseIndex(tx, documentHash);
    await tx.threadPlacement.create({ data: placement(thread, target, before, id, after) });
  }
}

/** The same for a thread that was settled for a while. */
export async function placeThreadAgain(tx: Transaction, threadId: string): Promise<void> {
  const { target, release, ...thread } = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: {
      id: true,
      specId: true,
      releaseId: true,
      target: true,
      release: { select: { number: true } },
    },
  });
  await placeInLaterReleases(tx, thread, readTarget(target), release.number);
}

function placement(
  thread: PlacedThread,
  target: Target,
  before: PlaceIndex,
  releaseId: string,
  after: PlaceIndex,
) {
  const placed = placeIn(target, before, after);
  const { sectionUid, sectionId, sectionTitle, quote } = placed.target
    ? describeTarget(after, placed.target)
    : { sectionUid: null, sectionId: null, sectionTitle: "", quote: "" };
  return {
    threadId: thread.id,
    releaseId,
    state: placed.state,
    ...(placed.target ? { target: writeTarget(placed.target) } : {}),
    confidence: placed.confidence,
    ground: placed.found,
    sectionUid,
    sectionId,
    sectionTitle,
    quote,
  };
}
