import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { databaseTime } from "@/lib/data/database-time";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canBreakGlass } from "@/lib/policy/review";
import { Id } from "../people/fields";
import { openReview, requireDeed, requireSameCandidate } from "./open-review";
import {
  becomeRelease,
  findPublished,
  openReviewToPublish,
  type Published,
} from "./publish-release";
import { requireFreshIdentity } from "../people/require-fresh-identity";
import { Hash, Reason } from "./review-fields";

const WITHIN_HOURS = 24;
const ASK = "It takes two administrators of this installation.";

export const AskBreakGlass = z.object({ candidateId: Id, hash: Hash, reason: Reason });
export type AskBreakGlass = z.infer<typeof AskBreakGlass>;

/**
 * A first administrator asks to publish a candidate although its conditions are not met. Nothing happens
 * until a second one confirms, within a day. The reason stands beside the release for ever (A8).
 */
export async function askBreakGlass(
  actor: Actor,
  input: AskBreakGlass,
  at: Date,
): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const { spec, review } = await openReview(tx, actor, input.candidateId);
    if (!canBreakGlass(actor, spec)) throw new Forbidden("publish against the rules", ASK);
    requireFreshIdentity(actor, at);
    requireSameCandidate(review, input.hash);
    requireDeed(review, "break_glass");
    const { candidate } = review;
    const { id } = await tx.breakGlass.create({
      data: { candidateId: candidate.id, askedById: actor.id, reason: input.reason },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: "override.asked",
      actorId: actor.id,
      specId: spec.id,
      payload: { override: id, candidate: candidate.number, hash: candidate.hash },
    });
    return { id };
  });
}

export const ConfirmBreakGlass = z.object({ breakGlassId: Id, hash: Hash });
export type ConfirmBreakGlass = z.infer<typeof ConfirmBreakGlass>;

/**
 * A second administrator confirms, and the candidate becomes a release that says for ever which
 * conditions were not met. Base, label and bytes are not negotiable: they cannot be overridden.
 */
export async function confirmBreakGlass(
  actor: Actor,
  input: ConfirmBreakGlass,
  at: Date,
): Promise<Published> {
  return transaction(
    async (tx) => {
      const asked = await tx.breakGlass.findUnique({
        where: { id: input.breakGlassId },
        select: { id: true, candidateId: true, askedById: true, askedAt: true },
      });
      if (!asked) throw new NotFound("such request");
      const { spec, review } = await openReviewToPublish(tx, actor, asked.candidateId);
      if (!canBreakGlass(actor, spec)) throw new Forbidden("publish against the rules", ASK);
      if (asked.askedById === actor.id) {
        throw new Forbidden("confirm what you asked for yourself", ASK);
      }
      requireFreshIdentity(actor, at);
      requireSameCandidate(review, input.hash);
      const done = await findPublished(tx, review);
      if (done) return done;
      requireDeed(review, "break_glass");
      const age = (await databaseTime(tx)).getTime() - asked.askedAt.getTime();
      if (age > WITHIN_HOURS * 3_600_000) {
        throw new Conflict("This request is older than a day. Ask again if it is still needed.");
      }
      const unmet = review.checks.filter(({ state }) => state !== "passed");
      const firm = unmet.filter(({ id }) => id === "base" || id === "label");
      if (firm.length > 0) throw new Conflict(firm.map(({ words }) => words).join(" "));
      await tx.breakGlassConfirmation.create({
        data: {
          breakGlassId: asked.id,
          byId: actor.id,
          unmet: unmet.map(({ title, words }) => ({ title, words })),
        },
      });
      await recordEvent(tx, {
        kind: "override.confirmed",
        actorId: actor.id,
        subjectId: asked.askedById,
        specId: spec.id,
        payload: {
          override: asked.id,
          candidate: review.candidate.number,
          hash: review.candidate.hash,
          unmet: unmet.map(({ id }) => id),
        },
      });
      return becomeRelease(tx, actor, review);
    },
    { isolation: "Serializable" },
  );
}
