import { approveComment } from "@/lib/commands/feedback/moderate-comment";
import { OpenThread, openThread } from "@/lib/commands/feedback/open-thread";
import type { Actor } from "@/lib/policy/actor";
import { person } from "./people";
import type { publishedSpec } from "./published-spec";

export type FeedbackSpec = Awaited<ReturnType<typeof publishedSpec>>;

let minutes = 0;
let words = 0;

/** A moment a minute after the last one, so that no pace is broken by accident. */
export const later = () => new Date(Date.UTC(2026, 1, 1) + ++minutes * 60_000);

/** A question about a clause, in words that were not used before. */
export const asked = (spec: FeedbackSpec, more: Partial<OpenThread> = {}) =>
  OpenThread.parse({
    specId: spec.id,
    release: spec.release.label,
    on: "honest",
    kind: "question",
    body: `What does true mean here? ${++words}`,
    ...more,
  });

export const open = (spec: FeedbackSpec, actor: Actor, more: Partial<OpenThread> = {}) =>
  openThread(actor, asked(spec, more), later());

/** Somebody whose comments appear at once. */
export async function known(spec: FeedbackSpec): Promise<Actor> {
  const actor = await person();
  for (let round = 0; round < 2; round += 1) {
    const { id } = await open(spec, actor);
    await approveComment(spec.publisher, { commentId: id }, later());
  }
  return actor;
}
