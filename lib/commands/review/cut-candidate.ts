import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import {
  findOpenCandidate,
  getCandidate,
  seqOfBase,
  type CandidateRecord,
} from "@/lib/data/candidates";
import { findDraftSource, getDraftMoment, writeSource } from "@/lib/data/draft-document";
import { lockDraft } from "@/lib/data/draft-log";
import { findLatestRelease, getStoredDocument, type ReleaseView } from "@/lib/data/releases";
import { requireSpec } from "@/lib/data/standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { listWordAuthors } from "@/lib/data/word-authors";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canCutCandidate } from "@/lib/policy/review";
import { candidateHash, candidateManifest } from "@/lib/workflow/candidate-manifest";
import { stampLedger } from "@/lib/workflow/stamp-ledger";
import { endSchedules } from "./end-schedules";
import { Id } from "../people/fields";
import { lockRevisions, makeRevision } from "../draft/make-revision";
import { lockReview } from "./open-review";
import { Notes, ReleaseLabel } from "./review-fields";
import { storeDocument } from "../draft/store-document";

export const CutCandidate = z.object({
  specId: Id,
  label: ReleaseLabel,
  changelog: Notes.min(1, "Write notes for readers: what changed, and why."),
  /** Number of the newest change of the draft that the person saw; null: whatever there is. */
  seenSeq: z.coerce.bigint().nullable().default(null),
});
export type CutCandidate = z.output<typeof CutCandidate>;

/**
 * Freezes the draft as a candidate for the next release. The one that was in review is replaced;
 * approvals of what did not change go on counting.
 *
 * @throws Conflict when a release has the label, or the draft went on since the person looked.
 */
export async function cutCandidate(
  actor: Actor,
  input: CutCandidate,
): Promise<{ id: string; number: number; hash: string }> {
  return transaction((tx) => cutIn(tx, actor, input), { timeoutMs: LONGEST_MS });
}

/** Reading who wrote what takes a second on the longest specs, and more on a busy machine. */
const LONGEST_MS = 60_000;

async function cutIn(tx: Transaction, actor: Actor, input: CutCandidate) {
  const spec = await requireSpec(tx, actor, { id: input.specId });
  if (!canCutCandidate(actor, spec)) throw new Forbidden("make a release candidate");
  await lockReview(tx, spec.id);
  await requireFreeLabel(tx, spec.id, input.label);
  await lockRevisions(tx, spec.id);
  await lockDraft(tx, spec.id);
  const draft = await getDraftMoment(tx, spec.id);
  if (input.seenSeq !== null && input.seenSeq !== draft.headSeq) {
    throw new Conflict("The draft went on while you looked. Reload to see what you would freeze.");
  }
  const base = await findLatestRelease(tx, spec.id);
  const open = await findOpenCandidate(tx, spec.id);
  const made = await freeze(tx, actor, { ...input, draft, base });
  await recordEvent(tx, {
    kind: "candidate.made",
    actorId: actor.id,
    specId: spec.id,
    payload: {
      candidate: made.number,
      hash: made.hash,
      label: input.label,
      base: base?.label ?? null,
    },
  });
  if (open) await replace(tx, actor, open, made);
  await keepInHistory(tx, actor, { specId: spec.id, label: input.label, draft, made });
  return made;
}

/** So that the timeline of the draft says when it was frozen, also when the text was kept before. */
async function keepInHistory(
  tx: Transaction,
  actor: Actor,
  {
    specId,
    label,
    draft,
    made,
  }: Pick<Frozen, "specId" | "label" | "draft"> & { made: { number: number } },
): Promise<void> {
  const asked = { specId, kind: "candidate" as const, byId: actor.id, moment: draft };
  const revision = await makeRevision(tx, asked);
  if (!revision) return;
  const name = `Candidate ${made.number} for ${label}`;
  await tx.revisionName.create({ data: { revisionId: revision.id, name, byId: actor.id } });
}

interface Frozen extends CutCandidate {
  draft: Awaited<ReturnType<typeof getDraftMoment>>;
  base: ReleaseView | null;
}

async function freeze(
  tx: Transaction,
  actor: Actor,
  { specId, label, changelog, draft, base }: Frozen,
) {
  const before = base ? (await getStoredDocument(tx, base.documentHash)).ledger : [];
  const document = {
    ...draft.document,
    ledger: stampLedger(draft.document.ledger, before, label),
  };
  const documentHash = await storeDocument(tx, document);
  const newest = await tx.candidate.findFirst({
    where: { specId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const number = (newest?.number ?? 0) + 1;
  const hash = await candidateHash(
    candidateManifest({
      spec: specId,
      number,
      document: documentHash,
      schema: document.schema,
      base: base?.manifestHash ?? null,
      label,
      changelog,
    }),
  );
  const { id } = await tx.candidate.create({
    data: {
      specId,
      number,
      documentHash,
      hash,
      baseId: base?.id ?? null,
      label,
      changelog,
      draftEpoch: draft.epoch,
      draftSeq: draft.headSeq,
      source: writeSource(await findDraftSource(tx, specId)),
      cutById: actor.id,
    },
    select: { id: true },
  });
  await keepWordAuthors(tx, await getCandidate(tx, { id }));
  return { id, number, hash };
}

/** Keeps whose words were moved into which part, so that their approval of it does not count. */
async function keepWordAuthors(tx: Transaction, candidate: CandidateRecord): Promise<void> {
  const authors = await listWordAuthors(tx, {
    specId: candidate.specId,
    epoch: candidate.draftEpoch,
    afterSeq: await seqOfBase(tx, candidate.base),
    upToSeq: candidate.draftSeq,
  });
  await tx.candidateAuthor.createMany({
    data: authors.map((author) => ({ ...author, candidateId: candidate.id })),
  });
}

/** The old one ends, its time for publishing too; who was asked to review is asked again. */
async function replace(
  tx: Transaction,
  actor: Actor,
  open: CandidateRecord,
  next: { id: string; number: number },
): Promise<void> {
  await tx.candidateClosure.create({
    data: { candidateId: open.id, kind: "replaced", byId: actor.id, nextId: next.id },
  });
  const words = "Another candidate took its place.";
  await endSchedules(tx, open.id, { kind: "cancelled", byId: actor.id, words });
  const asked = await tx.reviewAssignment.findMany({
    where: { candidateId: open.id },
    select: { userId: true, assignedById: true },
  });
  await tx.reviewAssignment.createMany({
    data: asked.map((one) => ({ ...one, candidateId: next.id })),
  });
  await recordEvent(tx, {
    kind: "candidate.replaced",
    actorId: actor.id,
    specId: open.specId,
    payload: { candidate: open.number, next: next.number },
  });
}

async function requireFreeLabel(tx: Transaction, specId: string, label: string): Promise<void> {
  const taken = await tx.release.findUnique({
    where: { specId_label: { specId, label } },
    select: { id: true },
  });
  if (taken) {
    throw new Conflict(`There is a release ${label} already. Choose another label.`, {
      label: "Taken by another release.",
    });
  }
}
