import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { getCandidate } from "@/lib/data/candidates";
import { databaseTime } from "@/lib/data/database-time";
import { readSource } from "@/lib/data/draft-document";
import type { Review } from "@/lib/data/review";
import { requireSpec } from "@/lib/data/standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canPublish } from "@/lib/policy/review";
import { documentHash } from "@/lib/spec/document";
import { approvalHash } from "@/lib/workflow/approval-hash";
import { canBePublished } from "@/lib/workflow/checks";
import { endSchedules } from "./end-schedules";
import { Id } from "../people/fields";
import { lockReview, openReview, requireDeed, requireSameCandidate } from "./open-review";
import { recordRelease } from "./record-release";
import { requireFreshIdentity } from "../people/require-fresh-identity";
import { Hash } from "./review-fields";

export const PublishRelease = z.object({ candidateId: Id, hash: Hash });
export type PublishRelease = z.infer<typeof PublishRelease>;

export interface Published {
  id: string;
  label: string;
  manifestHash: string;
}

/**
 * Publishes a candidate: everything is checked again in one serializable transaction, and all of it
 * happens or nothing (A6). A candidate is published once; asking again answers with the release.
 *
 * @throws Conflict when a check fails or the candidate is closed, with what to do.
 */
export async function publishRelease(
  actor: Actor,
  input: PublishRelease,
  at: Date,
): Promise<Published> {
  return transaction((tx) => publishIn(tx, actor, input, at), { isolation: "Serializable" });
}

/** The same inside a serializable transaction of the caller. */
export async function publishIn(
  tx: Transaction,
  actor: Actor,
  { candidateId, hash }: PublishRelease,
  at: Date,
): Promise<Published> {
  const candidate = await getCandidate(tx, { id: candidateId });
  const spec = await requireSpec(tx, actor, { id: candidate.specId });
  if (!canPublish(actor, spec)) throw new Forbidden("publish releases of this spec");
  requireFreshIdentity(actor, at);
  requireSameCandidate({ candidate }, hash);
  // Before the clock is touched: many clicks must not make each other start again.
  const done = await findPublished(tx, { candidate });
  if (done) return done;
  const { review } = await openReviewToPublish(tx, actor, candidateId);
  requireDeed(review, "publish");
  if (!canBePublished(review.checks)) {
    const failed = review.checks.filter(({ state }) => state !== "passed");
    throw new Conflict(`Not published. ${failed.map(({ words }) => words).join(" ")}`);
  }
  return becomeRelease(tx, actor, review);
}

/**
 * As `openReview`, for deeds that end in a release. The review clock is touched before anything is read:
 * when somebody changed something meanwhile, PostgreSQL makes this transaction start again from what is
 * true now. A lock alone would not do: the transaction would go on seeing the past it began in.
 */
export async function openReviewToPublish(tx: Transaction, actor: Actor, candidateId: string) {
  const { specId } = await getCandidate(tx, { id: candidateId });
  await lockReview(tx, specId);
  await tx.$queryRaw`SELECT tick_review_clock(${specId}::uuid)::text`;
  return openReview(tx, actor, candidateId);
}

/** The release that a candidate became, if it did. */
export async function findPublished(
  tx: Transaction,
  { candidate }: Pick<Review, "candidate">,
): Promise<Published | null> {
  if (candidate.closure?.kind !== "published") return null;
  return tx.release.findUnique({
    where: { candidateId: candidate.id },
    select: { id: true, label: true, manifestHash: true },
  });
}

/** Turns a candidate into a release. The caller has decided that it may. */
export async function becomeRelease(
  tx: Transaction,
  actor: Actor,
  { candidate, document, approvals }: Review,
): Promise<Published> {
  const { id: candidateId, specId, label, changelog } = candidate;
  // What is published is what was approved, byte for byte, or nothing.
  if ((await documentHash(document)) !== candidate.documentHash) {
    throw new Conflict(
      "This candidate was made with an older form of documents. Make a new one; approvals of what did not change stay.",
    );
  }
  const { source } = await tx.candidate.findUniqueOrThrow({
    where: { id: candidateId },
    select: { source: true },
  });
  const release = await recordRelease(tx, {
    specId,
    label,
    document,
    changelog,
    origin: "published",
    publishedById: actor.id,
    publishedAt: await databaseTime(tx),
    candidateId,
    approvals: await Promise.all(
      approvals.map((approval) => approvalHash({ ...approval, at: approval.at.toISOString() })),
    ),
    source: readSource(source),
  });
  await tx.candidateClosure.create({
    data: { candidateId, kind: "published", byId: actor.id },
  });
  await endSchedules(tx, candidateId, { kind: "kept", byId: actor.id });
  await recordEvent(tx, {
    kind: "candidate.published",
    actorId: actor.id,
    specId,
    payload: {
      candidate: candidate.number,
      hash: candidate.hash,
      label,
      release: release.id,
      manifest: release.manifestHash,
      approvals: approvals.map(({ id }) => id),
    },
  });
  return { id: release.id, label, manifestHash: release.manifestHash };
}
