import { CERTAIN } from "@/lib/anchor/place";
import { readTarget } from "@/lib/anchor/stored-target";
import type { PlaceIndex } from "@/lib/anchor/place-index";
import { placeIndex } from "@/lib/anchor/place-index";
import { placeIn } from "@/lib/anchor/place";
import { describeTarget } from "@/lib/anchor/describe-target";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canSeeInbox } from "@/lib/policy/feedback";
import type { SpecDocument } from "@/lib/spec/document";
import { db } from "./db";
import { getDraftMoment } from "./draft-document";
import { requirePublicSpec, type PublicSpecRecord } from "./feedback-standing";
import { appealedIn, heldIn, reportedIn } from "./moderation-queue";
import { getReleaseIndex } from "./release-index";
import { getStoredDocument } from "./releases";

/** A spec for its inbox. @throws NotFound, Forbidden */
export async function requireInbox(actor: Actor, specId: string): Promise<PublicSpecRecord> {
  const spec = await requirePublicSpec(db(), actor, { id: specId });
  if (!canSeeInbox(actor, spec)) throw new Forbidden("see the inbox of this spec");
  return spec;
}

/** Numbers beside the places of the inbox. */
export async function countInbox(specId: string) {
  const [open, held, reported, appeals, placements] = await Promise.all([
    db().thread.count({
      where: {
        specId,
        mergedIntoId: null,
        dispositions: { none: { endedAt: null } },
        comments: { some: { state: "visible" } },
      },
    }),
    db().comment.count({ where: heldIn(specId) }),
    db().comment.count({ where: reportedIn(specId) }),
    db().appeal.count({ where: appealedIn(specId) }),
    db().threadPlacement.count({ where: unsure(specId) }),
  ]);
  return { open, moderation: held + reported + appeals, placements };
}

/** Placements that a person has yet to look at; of settled or merged threads nobody has to. */
const unsure = (specId: string) => ({
  confidence: { lt: CERTAIN },
  decidedAt: null,
  thread: { specId, mergedIntoId: null, dispositions: { none: { endedAt: null } } },
});

/** Threads of one look at the page; the next ones come when these are decided. */
const MOST_UNSURE = 300;

/** Threads that speak of the same words, and where these may stand in a later release. */
export interface UnsurePlacement {
  threads: { id: string; number: number; body: string }[];
  releaseId: string;
  release: string;
  writtenOn: string;
  was: { sectionId: string | null; sectionTitle: string; quote: string; label: string };
  proposal: {
    state: "same" | "moved" | "changed" | "gone";
    sectionUid: string | null;
    sectionTitle: string;
    quote: string;
    /** In per cent. */
    confidence: number;
    ground: string;
  };
}

/** What a person has to decide after a release, oldest first. @throws Forbidden, NotFound */
export async function listUnsurePlacements(
  actor: Actor,
  specId: string,
): Promise<UnsurePlacement[]> {
  await requireInbox(actor, specId);
  const rows = await db().threadPlacement.findMany({
    where: unsure(specId),
    orderBy: [{ release: { number: "asc" } }, { thread: { number: "asc" } }],
    take: MOST_UNSURE,
    select: {
      threadId: true,
      releaseId: true,
      state: true,
      confidence: true,
      ground: true,
      sectionUid: true,
      sectionTitle: true,
      quote: true,
      release: { select: { label: true } },
      thread: {
        select: {
          number: true,
          sectionId: true,
          sectionTitle: true,
          quote: true,
          label: true,
          release: { select: { label: true } },
          comments: { where: { number: 1, state: "visible" }, select: { body: true } },
        },
      },
    },
  });
  const groups = new Map<string, UnsurePlacement>();
  for (const { thread, release, ...row } of rows) {
    const asked = {
      releaseId: row.releaseId,
      release: release.label,
      writtenOn: thread.release.label,
      was: {
        sectionId: thread.sectionId,
        sectionTitle: thread.sectionTitle,
        quote: thread.quote,
        label: thread.label,
      },
      proposal: {
        state: row.state,
        sectionUid: row.sectionUid,
        sectionTitle: row.sectionTitle,
        quote: row.quote,
        confidence: Math.round(row.confidence * 100),
        ground: row.ground,
      },
    };
    const key = JSON.stringify(asked);
    const group = groups.get(key) ?? { ...asked, threads: [] };
    group.threads.push({
      id: row.threadId,
      number: thread.number,
      body: thread.comments[0]?.body ?? "",
    });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The sections of a release, for choosing one. */
export async function listReleaseSections(
  releaseId: string,
): Promise<{ uid: string; title: string; level: number }[]> {
  const { documentHash } = await db().release.findUniqueOrThrow({
    where: { id: releaseId },
    select: { documentHash: true },
  });
  const { sections } = await getReleaseIndex(db(), documentHash);
  return sections.flatMap(({ uid, title, level }) => (uid === null ? [] : [{ uid, title, level }]));
}

export interface ClauseInText {
  document: SpecDocument;
  sectionUid: string;
  /** The words that the thread is about, where they stand here. */
  quote: string;
}

/** The text that a thread is about, as it was read and as the draft has it now. */
export async function getThreadTexts(
  specId: string,
  threadId: string,
): Promise<{ published: ClauseInText | null; draft: ClauseInText | null }> {
  const thread = await db().thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { target: true, release: { select: { documentHash: true } } },
  });
  const { documentHash } = thread.release;
  const target = readTarget(thread.target);
  const before = await getReleaseIndex(db(), documentHash);
  const document = await getStoredDocument(db(), documentHash);
  const draft = (await getDraftMoment(db(), specId)).document;
  const after = placeIndex(draft);
  const now = placeIn(target, before, after);
  return {
    published: textOf(document, before, target),
    draft: now.target ? textOf(draft, after, now.target) : null,
  };
}

function textOf(
  document: SpecDocument,
  index: PlaceIndex,
  target: Parameters<typeof describeTarget>[1],
): ClauseInText | null {
  const { sectionUid, quote } = describeTarget(index, target);
  return sectionUid === null ? null : { document, sectionUid, quote };
}

/** Who may look after threads: members who edit. */
export async function listCaretakers(specId: string): Promise<{ userId: string; name: string }[]> {
  const members = await db().member.findMany({
    where: { specId, role: { in: ["editor", "reviewer", "publisher"] } },
    orderBy: { user: { name: "asc" } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return members.map(({ userId, user }) => ({ userId, name: user.name }));
}

/** The number of the revision that changed the text because of a thread, as far as somebody said. */
export async function findSettlingRevision(threadId: string): Promise<number | null> {
  const holds = await db().disposition.findFirst({
    where: { threadId, endedAt: null, revisionId: { not: null } },
    select: { revisionId: true },
  });
  if (!holds?.revisionId) return null;
  const revision = await db().revision.findUnique({
    where: { id: holds.revisionId },
    select: { number: true },
  });
  return revision?.number ?? null;
}

/** Who looks after a thread. */
export async function findCaretaker(threadId: string): Promise<string | null> {
  const thread = await db().thread.findUnique({
    where: { id: threadId },
    select: { assignedToId: true },
  });
  return thread?.assignedToId ?? null;
}
