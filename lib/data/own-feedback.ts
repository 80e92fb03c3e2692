import type { ThreadKind } from "@/lib/feedback/kinds";
import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";
import { getReleaseIndex } from "./release-index";
import { findLatestRelease } from "./releases";

export const OWN_COMMENTS_PER_PAGE = 20;

export interface OwnComment {
  id: string;
  spec: { slug: string; title: string };
  threadNumber: number;
  /** 1 opens its thread. */
  number: number;
  sectionTitle: string;
  kind: ThreadKind;
  body: string;
  at: string;
  state: "held" | "visible" | "hidden" | "withdrawn";
}

/** What the actor said in public, newest first. */
export async function listOwnComments(
  actor: Actor,
  page = 1,
): Promise<{ comments: OwnComment[]; total: number }> {
  const where = { authorId: actor.id };
  const [total, rows] = await Promise.all([
    db().comment.count({ where }),
    db().comment.findMany({
      where,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * OWN_COMMENTS_PER_PAGE,
      take: OWN_COMMENTS_PER_PAGE,
      select: {
        id: true,
        number: true,
        body: true,
        at: true,
        state: true,
        thread: {
          select: {
            number: true,
            kind: true,
            sectionTitle: true,
            spec: { select: { slug: true, title: true } },
          },
        },
      },
    }),
  ]);
  const comments = rows.map(({ thread, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    spec: thread.spec,
    threadNumber: thread.number,
    sectionTitle: thread.sectionTitle,
    kind: thread.kind,
  }));
  return { comments, total };
}

export interface OwnFollow {
  id: string;
  specId: string;
  spec: { slug: string; title: string };
  threadId: string | null;
  sectionUid: string | null;
  /** What it is, in words: a clause's title, or null for the whole spec. */
  title: string | null;
  threadNumber: number | null;
  /** Id of the clause for its address, when it still stands in the newest release. */
  sectionId: string | null;
}

/** What the actor follows, by spec, then what began last first. */
export async function listOwnFollows(actor: Actor): Promise<OwnFollow[]> {
  const rows = await db().follow.findMany({
    where: { userId: actor.id },
    orderBy: [{ spec: { title: "asc" } }, { at: "desc" }],
    take: 500,
    select: {
      id: true,
      specId: true,
      threadId: true,
      sectionUid: true,
      spec: { select: { slug: true, title: true } },
      thread: { select: { number: true, sectionTitle: true } },
    },
  });
  const sections = await sectionsOf(rows.filter(({ sectionUid }) => sectionUid !== null));
  return rows.map(({ thread, ...row }) => {
    const section = row.sectionUid ? sections.get(`${row.specId} ${row.sectionUid}`) : undefined;
    return {
      ...row,
      title:
        thread?.sectionTitle ??
        (row.sectionUid ? (section?.title ?? "A clause that is gone") : null),
      threadNumber: thread?.number ?? null,
      sectionId: section?.id ?? null,
    };
  });
}

/** Titles of followed clauses, as they stand in the newest release of their spec. */
async function sectionsOf(rows: readonly { specId: string; sectionUid: string | null }[]) {
  const found = new Map<string, { title: string; id: string | null }>();
  for (const specId of new Set(rows.map((row) => row.specId))) {
    const release = await findLatestRelease(db(), specId);
    const index = release && (await getReleaseIndex(db(), release.documentHash));
    for (const row of rows) {
      const section = row.sectionUid && index?.sectionByUid.get(row.sectionUid);
      if (row.specId === specId && section) {
        found.set(`${specId} ${row.sectionUid}`, { title: section.title, id: section.id });
      }
    }
  }
  return found;
}

/** Whether the actor follows a clause, or the whole of a spec. */
export async function followsFeedback(
  actor: Actor,
  specId: string,
  sectionUid: string | null,
): Promise<boolean> {
  const where = { userId: actor.id, specId, threadId: null, sectionUid };
  return (await db().follow.count({ where })) > 0;
}

/** Which mail the actor gets. */
export async function getMailChoice(actor: Actor) {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { reviewMailStoppedAt: true, feedbackMail: { select: { pace: true } } },
  });
  return {
    pace: user.feedbackMail?.pace ?? ("daily" as const),
    reviews: user.reviewMailStoppedAt === null,
  };
}
