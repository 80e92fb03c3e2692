import { lineageOf, type CandidateRecord } from "./candidates";
import { namesOf, type NamedPerson } from "./names";
import type { Reader } from "./reader";

export interface ReviewMessageView {
  id: string;
  kind: "comment" | "suggestion" | "resolved" | "reopened";
  by: NamedPerson;
  at: Date;
  body: string;
  replacement: string | null;
  /** Who took a suggestion up, if somebody did. */
  appliedBy: NamedPerson | null;
}

export interface ReviewThreadView {
  id: string;
  part: string;
  uid: string | null;
  quote: string;
  openedAt: Date;
  isResolved: boolean;
  messages: ReviewMessageView[];
}

/** What was said about a candidate and those it replaced, oldest first. */
export async function listReviewThreads(
  reader: Reader,
  candidate: Pick<CandidateRecord, "specId" | "number">,
): Promise<ReviewThreadView[]> {
  const threads = await reader.reviewThread.findMany({
    where: { candidateId: { in: await lineageOf(reader, candidate) } },
    orderBy: { openedAt: "asc" },
    select: {
      id: true,
      part: true,
      uid: true,
      quote: true,
      openedAt: true,
      messages: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: {
          id: true,
          kind: true,
          byId: true,
          at: true,
          body: true,
          replacement: true,
          applied: { select: { byId: true } },
        },
      },
    },
  });
  const ids = threads.flatMap(({ messages }) =>
    messages.flatMap(({ byId, applied }) => [byId, ...(applied ? [applied.byId] : [])]),
  );
  const names = await namesOf(reader, ids);
  return threads.map(({ messages, ...thread }) => ({
    ...thread,
    isResolved:
      messages.findLast(({ kind }) => kind === "resolved" || kind === "reopened")?.kind ===
      "resolved",
    messages: messages.map(({ byId, applied, ...message }) => ({
      ...message,
      by: names(byId),
      appliedBy: applied ? names(applied.byId) : null,
    })),
  }));
}
