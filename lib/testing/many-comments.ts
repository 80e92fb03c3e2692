import { randomUUID } from "node:crypto";
import { describeTarget } from "@/lib/anchor/describe-target";
import { findTarget } from "@/lib/anchor/find-target";
import { writeTarget } from "@/lib/anchor/stored-target";
import { db } from "@/lib/data/db";
import { getReleaseIndex } from "@/lib/data/release-index";
import { getRelease } from "@/lib/data/releases";
import type { FeedbackSpec } from "./feedback-scene";
import { person } from "./people";

export interface ManyComments {
  /** Ids of the clauses to speak about. The first gets `onFirst` threads, the others share the rest. */
  clauses: readonly string[];
  threads: number;
  onFirst: number;
  comments: number;
  /** Comments of the first thread. */
  inFirst: number;
  /** People who wrote them; 40 unless told. */
  authors?: number;
}

/** Fills a release with what many readers said, straight into the tables, in seconds. */
export async function writeManyComments(spec: FeedbackSpec, many: ManyComments): Promise<void> {
  const release = await getRelease(db(), spec.id, spec.release.label);
  const index = await getReleaseIndex(db(), release.documentHash);
  const places = many.clauses.map((on) => {
    const target = findTarget(index, { on, quote: null });
    if (!target) throw new Error(`There is no clause ${on}.`);
    return { target: writeTarget(target), ...describeTarget(index, target) };
  });
  const authors = await Promise.all(Array.from({ length: many.authors ?? 40 }, () => person()));
  const { _max: taken } = await db().byline.aggregate({ _max: { number: true } });
  await db().byline.createMany({
    data: authors.map(({ id }, at) => ({ userId: id, number: (taken.number ?? 100_000) + 1 + at })),
  });
  const kinds = ["question", "problem", "suggestion", "support"] as const;
  const openedAt = (number: number) => new Date(Date.UTC(2026, 1, 1) + number * 60_000);
  const threads = Array.from({ length: many.threads }, (_, at) => ({
    ...places[at < many.onFirst ? 0 : 1 + (at % (places.length - 1))]!,
    id: randomUUID(),
    specId: spec.id,
    number: at + 1,
    kind: kinds[at % kinds.length]!,
    releaseId: release.id,
    openedById: authors[at % authors.length]!.id,
    openedAt: openedAt(at),
  }));
  await db().thread.createMany({ data: threads });
  const counts = new Map<string, number>();
  const comments = Array.from({ length: many.comments }, (_, at) => {
    const rest = at - many.threads - many.inFirst + 1;
    const thread = at < many.threads ? at : rest < 0 ? 0 : 1 + (rest % (many.threads - 1));
    const { id } = threads[thread]!;
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    return {
      threadId: id,
      number,
      authorId: authors[(at * 7) % authors.length]!.id,
      body: `Comment ${at}: a reader says in two or three sentences what they think of the clause, why it matters to them, and which case they have in mind.`,
      state: "visible" as const,
      wordsHash: String(at),
      at: openedAt(thread + number),
    };
  });
  for (let at = 0; at < comments.length; at += 2_000) {
    await db().comment.createMany({ data: comments.slice(at, at + 2_000) });
  }
}
