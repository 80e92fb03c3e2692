import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { findOpenCandidate } from "@/lib/data/candidates";
import type { ObjectionRecord } from "@/lib/data/objections";
import type { SpecRecord } from "@/lib/data/standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canDismissObjection, canLiftObjection } from "@/lib/policy/review";
import type { Review } from "@/lib/data/review";
import { Id } from "../people/fields";
import { openReview, requireDeed } from "./open-review";
import { requireFreshIdentity } from "../people/require-fresh-identity";
import { Reason, Words } from "./review-fields";

export const LiftObjection = z.object({ objectionId: Id, reason: Words.default("") });
export type LiftObjection = z.output<typeof LiftObjection>;

/** Whoever asked for changes is content now. */
export async function liftObjection(actor: Actor, input: LiftObjection): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review, objection } = await openObjection(tx, actor, input.objectionId);
    if (!canLiftObjection(actor, spec, objection)) {
      throw new Forbidden(
        "lift this objection",
        "Whoever raised it can, and a publisher can dismiss it with a public reason.",
      );
    }
    await settle(tx, actor, { review, objection, kind: "lifted", reason: input.reason });
  });
}

export const DismissObjection = z.object({ objectionId: Id, reason: Reason });
export type DismissObjection = z.infer<typeof DismissObjection>;

/**
 * A publisher who neither raised the objection nor wrote what it is about sets it aside. The reason is
 * shown with the release for ever.
 */
export async function dismissObjection(
  actor: Actor,
  input: DismissObjection,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const { spec, review, objection } = await openObjection(tx, actor, input.objectionId);
    const authors = new Set([
      ...(review.facts.contributors.get(objection.part) ?? []),
      review.candidate.cutById,
    ]);
    if (!canDismissObjection(actor, spec, { ...objection, authors })) {
      throw new Forbidden(
        "dismiss this objection",
        "It takes a publisher who neither raised it, nor wrote what it is about, nor made the candidate.",
      );
    }
    requireFreshIdentity(actor, at);
    await settle(tx, actor, { review, objection, kind: "dismissed", reason: input.reason });
  });
}

interface OpenObjection {
  spec: SpecRecord;
  review: Review;
  objection: ObjectionRecord;
}

/** An objection in the candidate where it counts now. */
async function openObjection(tx: Transaction, actor: Actor, id: string): Promise<OpenObjection> {
  const row = await tx.objection.findUnique({
    where: { id },
    select: { candidate: { select: { id: true, specId: true } } },
  });
  if (!row) throw new NotFound("such objection");
  const open = await findOpenCandidate(tx, row.candidate.specId);
  const { spec, review } = await openReview(tx, actor, open?.id ?? row.candidate.id);
  const objection = review.objections.find((one) => one.id === id);
  if (!objection)
    throw new Conflict("The release that this was about is over. Nothing was changed.");
  return { spec, review, objection };
}

interface Settlement {
  review: Review;
  objection: ObjectionRecord;
  kind: "lifted" | "dismissed";
  reason: string;
}

async function settle(
  tx: Transaction,
  actor: Actor,
  { review, objection, kind, reason }: Settlement,
): Promise<void> {
  if (objection.end) return;
  requireDeed(review, "settle_objection");
  await tx.objectionEnd.create({
    data: { objectionId: objection.id, kind, byId: actor.id, reason },
  });
  await recordEvent(tx, {
    kind: `objection.${kind}`,
    actorId: actor.id,
    subjectId: objection.byId,
    specId: review.candidate.specId,
    payload: { objection: objection.id, candidate: review.candidate.number },
  });
}
