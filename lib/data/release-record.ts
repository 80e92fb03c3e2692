import { z } from "zod";
import { NotFound } from "@/lib/errors";
import type { Role } from "@/lib/policy/role";
import { listLineageApprovals } from "./approvals";
import { lineageOf } from "./candidates";
import { db } from "./db";
import { namesOf, type Names } from "./names";
import { listObjections } from "./objections";
import type { Reader } from "./reader";

/** Who approved a release, as its readers see them. */
export interface PublicApprovalView {
  by: string;
  role: Role;
  at: Date;
  /** How many changes of the release they approved. */
  changes: number;
  statement: string;
  dissent: string;
}

export interface PublicObjectionView {
  by: string;
  reason: string;
  at: Date;
  end: { kind: "lifted" | "dismissed"; by: string; at: Date; reason: string } | null;
}

/** Everything about a release that is public for ever. No draft, no address, no id of a person. */
export interface ReleaseRecordView {
  id: string;
  number: number;
  label: string;
  origin: "published" | "imported";
  documentHash: string;
  manifestHash: string;
  baseLabel: string | null;
  nextLabel: string | null;
  changelog: string;
  publishedAt: Date;
  publishedBy: string | null;
  candidate: { number: number; hash: string; cutBy: string; cutAt: Date } | null;
  approvals: PublicApprovalView[];
  /** Objections that were dismissed, or that stood when it was published. */
  objections: PublicObjectionView[];
  errata: { number: number; sectionId: string | null; text: string; at: Date; by: string }[];
  withdrawal: { reason: string; at: Date; by: string } | null;
  /** Published against the rules by two administrators. */
  override: {
    askedBy: string;
    confirmedBy: string;
    at: Date;
    reason: string;
    unmet: { title: string; words: string }[];
  } | null;
}

const Unmet = z.array(z.object({ title: z.string(), words: z.string() }));

const FIELDS = {
  id: true,
  specId: true,
  number: true,
  label: true,
  origin: true,
  documentHash: true,
  manifestHash: true,
  changelog: true,
  publishedAt: true,
  publishedById: true,
  candidateId: true,
  base: { select: { label: true } },
  next: { select: { label: true }, take: 1 },
  errata: {
    orderBy: { number: "asc" },
    select: { number: true, sectionId: true, text: true, at: true, byId: true },
  },
  withdrawal: { select: { reason: true, at: true, byId: true } },
} as const;

/** The public record of one release. The caller knows that the spec is public. @throws NotFound */
export async function getReleaseRecord(specId: string, label: string): Promise<ReleaseRecordView> {
  const release = await db().release.findUnique({
    where: { specId_label: { specId, label } },
    select: FIELDS,
  });
  if (!release) throw new NotFound("such release");
  const review = release.candidateId ? await readReview(db(), release.candidateId) : null;
  const names = await namesOf(db(), [
    ...(release.publishedById ? [release.publishedById] : []),
    ...release.errata.map(({ byId }) => byId),
    ...(release.withdrawal ? [release.withdrawal.byId] : []),
    ...(review?.people ?? []),
  ]);
  const named = (id: string) => names(id).name;
  const {
    base,
    next,
    errata,
    withdrawal,
    publishedById,
    candidateId: _,
    specId: __,
    ...facts
  } = release;
  return {
    ...facts,
    baseLabel: base?.label ?? null,
    nextLabel: next[0]?.label ?? null,
    publishedBy: publishedById && named(publishedById),
    candidate: review && {
      number: review.candidate.number,
      hash: review.candidate.hash,
      cutBy: named(review.candidate.cutById),
      cutAt: review.candidate.cutAt,
    },
    approvals: review ? approvalViews(review, names) : [],
    objections: review ? objectionViews(review, names) : [],
    errata: errata.map(({ byId, ...erratum }) => ({ ...erratum, by: named(byId) })),
    withdrawal: withdrawal && {
      reason: withdrawal.reason,
      at: withdrawal.at,
      by: named(withdrawal.byId),
    },
    override: review?.override
      ? {
          askedBy: named(review.override.askedById),
          confirmedBy: named(review.override.confirmation.byId),
          at: review.override.confirmation.at,
          reason: review.override.reason,
          unmet: Unmet.parse(review.override.confirmation.unmet),
        }
      : null,
  };
}

type ReviewRows = Awaited<ReturnType<typeof readReview>>;

async function readReview(reader: Reader, candidateId: string) {
  const candidate = await reader.candidate.findUniqueOrThrow({
    where: { id: candidateId },
    select: { specId: true, number: true, hash: true, cutById: true, cutAt: true },
  });
  const lineage = await lineageOf(reader, candidate);
  const approvals = await listLineageApprovals(reader, lineage);
  const objections = await listObjections(reader, lineage);
  const broken = await reader.breakGlass.findFirst({
    where: { candidateId, confirmation: { isNot: null } },
    select: {
      askedById: true,
      reason: true,
      confirmation: { select: { byId: true, at: true, unmet: true } },
    },
  });
  const override = broken?.confirmation ? { ...broken, confirmation: broken.confirmation } : null;
  return {
    candidate,
    approvals,
    objections,
    override,
    people: [
      candidate.cutById,
      ...approvals.map(({ reviewerId }) => reviewerId),
      ...objections.flatMap(({ byId, end }) => [byId, ...(end ? [end.byId] : [])]),
      ...(override ? [override.askedById, override.confirmation.byId] : []),
    ],
  };
}

/** One line a person: what they approved over the candidates that led here. */
function approvalViews({ approvals }: ReviewRows, names: Names): PublicApprovalView[] {
  const people = [...new Set(approvals.map(({ reviewerId }) => reviewerId))];
  return people.map((id) => {
    const own = approvals.filter(({ reviewerId }) => reviewerId === id);
    const last = own.at(-1)!;
    return {
      by: names(id).name,
      role: last.role,
      at: last.at,
      changes: new Set(own.flatMap(({ covers }) => covers.map(({ part }) => part))).size,
      statement: joined(own.map(({ statement }) => statement)),
      dissent: joined(own.map(({ dissent }) => dissent)),
    };
  });
}

const joined = (words: readonly string[]) => words.filter((one) => one !== "").join("\n\n");

function objectionViews({ objections }: ReviewRows, names: Names): PublicObjectionView[] {
  return objections
    .filter(({ end }) => end?.kind !== "lifted")
    .map(({ byId, reason, at, end }) => ({
      by: names(byId).name,
      reason,
      at,
      end: end && { kind: end.kind, by: names(end.byId).name, at: end.at, reason: end.reason },
    }));
}
