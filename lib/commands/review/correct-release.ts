import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { getStoredDocument } from "@/lib/data/releases";
import { requireSpec } from "@/lib/data/standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Forbidden, Invalid, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canCorrectRelease } from "@/lib/policy/review";
import { sectionTree } from "@/lib/spec/section-tree";
import { announceRelease } from "./announce-release";
import { Id } from "../people/fields";
import { lockReview } from "./open-review";
import { requireFreshIdentity } from "../people/require-fresh-identity";
import { Reason } from "./review-fields";

export const AddErratum = z.object({
  releaseId: Id,
  /** Id of the section that it is about; empty or null for the release as a whole. */
  sectionId: z.string().trim().max(120).nullable().default(null),
  text: Reason,
});
export type AddErratum = z.output<typeof AddErratum>;

/** Adds a numbered correction to a release. The text stays as it was published (A9). */
export async function addErratum(
  actor: Actor,
  input: AddErratum,
  at: Date,
): Promise<{ number: number }> {
  return transaction(async (tx) => {
    const release = await openRelease(tx, actor, input.releaseId);
    if (!canCorrectRelease(actor, release.spec)) throw new Forbidden("correct this release");
    requireFreshIdentity(actor, at);
    const sectionId = input.sectionId?.replace(/^#/, "") || null;
    if (sectionId !== null) await requireSection(tx, release, sectionId);
    const number = (await tx.releaseErratum.count({ where: { releaseId: release.id } })) + 1;
    const { text } = input;
    await tx.releaseErratum.create({
      data: { releaseId: release.id, number, sectionId, text, byId: actor.id },
    });
    await recordEvent(tx, {
      kind: "release.corrected",
      actorId: actor.id,
      specId: release.spec.id,
      payload: { release: release.id, label: release.label, number },
    });
    await announceRelease(tx, release.spec.id);
    return { number };
  });
}

export const WithdrawRelease = z.object({ releaseId: Id, reason: Reason });
export type WithdrawRelease = z.infer<typeof WithdrawRelease>;

/** Says that a release is not to be relied on any more. Its text stays readable, with this notice. */
export async function withdrawRelease(
  actor: Actor,
  input: WithdrawRelease,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const release = await openRelease(tx, actor, input.releaseId);
    if (!canCorrectRelease(actor, release.spec)) throw new Forbidden("withdraw this release");
    requireFreshIdentity(actor, at);
    if (release.withdrawal) return;
    await tx.releaseWithdrawal.create({
      data: { releaseId: release.id, reason: input.reason, byId: actor.id },
    });
    await recordEvent(tx, {
      kind: "release.withdrawn",
      actorId: actor.id,
      specId: release.spec.id,
      payload: { release: release.id, label: release.label },
    });
    await announceRelease(tx, release.spec.id);
  });
}

async function openRelease(tx: Transaction, actor: Actor, id: string) {
  const release = await tx.release.findUnique({
    where: { id },
    select: {
      id: true,
      label: true,
      specId: true,
      documentHash: true,
      withdrawal: { select: { releaseId: true } },
    },
  });
  if (!release) throw new NotFound("such release");
  const spec = await requireSpec(tx, actor, { id: release.specId });
  await lockReview(tx, spec.id);
  return { ...release, spec };
}

async function requireSection(
  tx: Transaction,
  { label, documentHash }: { label: string; documentHash: string },
  sectionId: string,
): Promise<void> {
  const { content } = await getStoredDocument(tx, documentHash);
  if (sectionTree(content).byId.has(sectionId)) return;
  const words = `Nothing in ${label} has the id ${sectionId}. Look at the link of the clause, or leave it out.`;
  throw new Invalid(words, { sectionId: words });
}
