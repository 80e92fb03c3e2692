import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { databaseTime } from "@/lib/data/database-time";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canPublish } from "@/lib/policy/review";
import { canBePublished } from "@/lib/workflow/checks";
import { endSchedules } from "./end-schedules";
import { Id } from "../people/fields";
import { openReview, requireDeed, requireSameCandidate } from "./open-review";
import { requireFreshIdentity } from "../people/require-fresh-identity";
import { Hash } from "./review-fields";

export const ScheduleRelease = z.object({
  candidateId: Id,
  hash: Hash,
  publishAt: z.coerce.date("Choose a day and a time."),
});
export type ScheduleRelease = z.output<typeof ScheduleRelease>;

const FURTHEST_DAYS = 366;

/**
 * Sets a time for publishing. At that time everything is checked again; when something stands in the
 * way, nothing is published and the publisher hears of it.
 */
export async function scheduleRelease(
  actor: Actor,
  input: ScheduleRelease,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    if (!canPublish(actor, spec)) throw new Forbidden("publish releases of this spec");
    requireFreshIdentity(actor, at);
    requireSameCandidate(review, input.hash);
    requireDeed(review, "schedule");
    // Time to read may still run; everything else has to be right already.
    const failed = review.checks.filter(({ id, state }) => id !== "time" && state !== "passed");
    if (!canBePublished(review.checks) && failed.length > 0) {
      throw new Conflict(`No time was set. ${failed.map(({ words }) => words).join(" ")}`);
    }
    const now = await databaseTime(tx);
    requireSensible(input.publishAt, now);
    const { candidate } = review;
    await tx.publishSchedule.create({
      data: { candidateId: candidate.id, publishAt: input.publishAt, byId: actor.id },
    });
    await recordEvent(tx, {
      kind: "publishing.scheduled",
      actorId: actor.id,
      specId: spec.id,
      payload: {
        candidate: candidate.number,
        hash: candidate.hash,
        publishAt: input.publishAt.toISOString(),
      },
    });
  });
}

function requireSensible(publishAt: Date, now: Date): void {
  const minutes = (publishAt.getTime() - now.getTime()) / 60_000;
  const words =
    minutes <= 0
      ? "This time is over. Choose a later one, or publish now."
      : minutes > FURTHEST_DAYS * 24 * 60
        ? "Choose a time within a year."
        : null;
  if (words) throw new Invalid(words, { publishAt: words });
}

export const CancelSchedule = z.object({ candidateId: Id });
export type CancelSchedule = z.infer<typeof CancelSchedule>;

/** Takes the time for publishing back. */
export async function cancelSchedule(actor: Actor, input: CancelSchedule): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    if (!canPublish(actor, spec)) throw new Forbidden("decide when this spec is published");
    if (!review.schedule) return;
    requireDeed(review, "cancel_schedule");
    await endSchedules(tx, review.candidate.id, { kind: "cancelled", byId: actor.id });
    await recordEvent(tx, {
      kind: "publishing.cancelled",
      actorId: actor.id,
      specId: spec.id,
      payload: { candidate: review.candidate.number },
    });
  });
}
