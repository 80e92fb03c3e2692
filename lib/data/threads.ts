import { CERTAIN } from "@/lib/anchor/place";
import { NotFound } from "@/lib/errors";
import type { ThreadKind } from "@/lib/feedback/kinds";
import type { Outcome } from "@/lib/feedback/outcomes";
import type { ThreadView } from "@/lib/feedback/views";
import type { Actor } from "@/lib/policy/actor";
import { canModerate } from "@/lib/policy/feedback";
import { db } from "./db";
import type { PublicSpecRecord } from "./feedback-standing";
import type { Prisma } from "./generated/client";
import { THREAD_FIELDS, threadView, type ThreadFigures, type Viewer } from "./thread-views";

export const THREADS_PER_PAGE = 25;

export interface ThreadFilter {
  status?: "open" | "settled";
  outcome?: Outcome;
  kind?: ThreadKind;
  /** Id of the release in which the threads are looked at: written on it, or placed in it. */
  releaseId?: string;
  /** The section it stands in, in that release; without a release, where it was written. */
  sectionUid?: string;
  /** Id of the release in which a change of the text because of them can be read. */
  landedInId?: string;
  /** Looked after by somebody, or, null, by nobody. */
  assignedToId?: string | null;
  /** Opened before that. */
  before?: Date;
  /** Part of a comment’s words or of a clause’s title. */
  words?: string;
  sort?: "newest" | "oldest" | "support";
  /** Starts at 1. */
  page?: number;
  perPage?: number;
}

/** How somebody looks at the feedback of a spec. */
export const viewerOf = (actor: Actor | null, spec: PublicSpecRecord): Viewer => ({
  actorId: actor?.id ?? null,
  moderates: actor !== null && canModerate(actor, spec),
});

/** Threads that everybody can read, as the viewer sees them. One’s own held ones are listed too. */
export async function listThreads(
  specId: string,
  viewer: Viewer,
  filter: ThreadFilter = {},
): Promise<{ threads: ThreadView[]; total: number }> {
  const { page = 1, perPage = THREADS_PER_PAGE, sort = "newest" } = filter;
  const where = whereOf(specId, viewer, filter);
  const [total, rows] = await Promise.all([
    db().thread.count({ where }),
    db().thread.findMany({
      where,
      select: THREAD_FIELDS,
      orderBy: ORDER[sort],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ]);
  const figures = await figuresOf(rows.map(({ id }) => id));
  return { threads: rows.map((row) => threadView(row, viewer, figures(row.id))), total };
}

/** One thread. @throws NotFound when there is none, or its first comment waits and is not one's own. */
export async function getThread(
  specId: string,
  number: number,
  viewer: Viewer,
): Promise<ThreadView> {
  const row = await db().thread.findFirst({
    where: { specId, number, ...openTo(viewer) },
    select: THREAD_FIELDS,
  });
  if (!row) throw new NotFound("such thread");
  return threadView(row, viewer, (await figuresOf([row.id]))(row.id));
}

const NO_FIGURES: ThreadFigures = { replies: 0, hasOfficialAnswer: false, supporters: 0 };

/** Of these threads alone: as a part of the list, Prisma would count all comments of all specs. */
async function figuresOf(ids: string[]): Promise<(id: string) => ThreadFigures> {
  if (ids.length === 0) return () => NO_FIGURES;
  const rows = await db().$queryRaw<(ThreadFigures & { id: string })[]>`
    SELECT "threadId" AS id,
      (count(*) FILTER (WHERE number > 1))::int AS replies,
      bool_or("isOfficial") AS "hasOfficialAnswer",
      (SELECT count(*) FROM "ThreadSupport" s WHERE s."threadId" = c."threadId")::int AS supporters
    FROM "Comment" c
    WHERE "threadId" = ANY(${ids}::uuid[]) AND state = 'visible'
    GROUP BY "threadId"`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => byId.get(id) ?? NO_FIGURES;
}

const ORDER = {
  newest: [{ openedAt: "desc" }, { number: "desc" }],
  oldest: [{ openedAt: "asc" }, { number: "asc" }],
  support: [{ support: { _count: "desc" } }, { openedAt: "desc" }],
} satisfies Record<string, Prisma.ThreadOrderByWithRelationInput[]>;

/** A thread whose first comment waits is there for its author and for moderators alone. */
function openTo({ actorId, moderates }: Viewer): Prisma.ThreadWhereInput {
  if (moderates) return {};
  return {
    OR: [
      { comments: { none: { number: 1, state: "held" } } },
      ...(actorId ? [{ openedById: actorId }] : []),
    ],
  };
}

/** Lists leave out threads of which nothing can be read any more. */
const READABLE: Prisma.ThreadWhereInput = {
  comments: { some: { state: { in: ["visible", "held"] } } },
};

function whereOf(specId: string, viewer: Viewer, filter: ThreadFilter): Prisma.ThreadWhereInput {
  const { status, outcome, kind, releaseId, sectionUid, landedInId, words } = filter;
  const { assignedToId, before } = filter;
  return {
    AND: [
      { specId, mergedIntoId: null },
      openTo(viewer),
      READABLE,
      ...(status
        ? [{ dispositions: { [status === "open" ? "none" : "some"]: { endedAt: null } } }]
        : []),
      ...(outcome ? [{ dispositions: { some: { endedAt: null, outcome } } }] : []),
      ...(kind ? [{ kind }] : []),
      ...(releaseId
        ? [inRelease(releaseId, sectionUid)]
        : sectionUid
          ? [{ OR: [{ sectionUid }, { placements: { some: { sectionUid, ...CERTAINLY } } }] }]
          : []),
      ...(landedInId ? [{ dispositions: { some: { endedAt: null, releaseId: landedInId } } }] : []),
      ...(assignedToId === undefined ? [] : [{ assignedToId }]),
      ...(before ? [{ openedAt: { lt: before } }] : []),
      ...(words ? [matching(words)] : []),
    ],
  };
}

const CERTAINLY = {
  OR: [{ confidence: { gte: CERTAIN } }, { decidedAt: { not: null } }],
} satisfies Prisma.ThreadPlacementWhereInput;

/** Written on the release or, with certainty, placed in it. */
function inRelease(releaseId: string, sectionUid: string | undefined): Prisma.ThreadWhereInput {
  const section = sectionUid ? { sectionUid } : {};
  return {
    OR: [
      { releaseId, ...section },
      {
        placements: {
          some: { releaseId, ...section, ...CERTAINLY },
        },
      },
    ],
  };
}

const matching = (words: string): Prisma.ThreadWhereInput => ({
  OR: [
    { sectionTitle: { contains: words, mode: "insensitive" } },
    { quote: { contains: words, mode: "insensitive" } },
    { comments: { some: { state: "visible", body: { contains: words, mode: "insensitive" } } } },
  ],
});
