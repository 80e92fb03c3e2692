import { NotFound } from "@/lib/errors";
import type { Reader } from "./reader";

export interface CandidateRecord {
  id: string;
  specId: string;
  number: number;
  documentHash: string;
  hash: string;
  baseId: string | null;
  label: string;
  changelog: string;
  draftEpoch: number;
  draftSeq: bigint;
  cutById: string;
  cutAt: Date;
  base: BaseRecord | null;
  closure: ClosureRecord | null;
}

export interface BaseRecord {
  id: string;
  number: number;
  label: string;
  documentHash: string;
  manifestHash: string;
  changelog: string;
  recordedAt: Date;
  candidateId: string | null;
}

export interface ClosureRecord {
  kind: "published" | "replaced" | "withdrawn";
  byId: string | null;
  at: Date;
  reason: string;
  nextId: string | null;
}

const FIELDS = {
  id: true,
  specId: true,
  number: true,
  documentHash: true,
  hash: true,
  baseId: true,
  label: true,
  changelog: true,
  draftEpoch: true,
  draftSeq: true,
  cutById: true,
  cutAt: true,
  base: {
    select: {
      id: true,
      number: true,
      label: true,
      documentHash: true,
      manifestHash: true,
      changelog: true,
      recordedAt: true,
      candidateId: true,
    },
  },
  closure: { select: { kind: true, byId: true, at: true, reason: true, nextId: true } },
} as const;

/** @throws NotFound. The caller asks whether the actor may see the spec. */
export async function getCandidate(
  reader: Reader,
  by: { id: string } | { specId: string; number: number },
): Promise<CandidateRecord> {
  const where = "id" in by ? { id: by.id } : { specId_number: by };
  const candidate = await reader.candidate.findUnique({ where, select: FIELDS });
  if (!candidate) throw new NotFound("such candidate");
  return candidate;
}

/** All candidates of a spec, newest first. */
export async function listCandidates(reader: Reader, specId: string): Promise<CandidateRecord[]> {
  return reader.candidate.findMany({
    where: { specId },
    orderBy: { number: "desc" },
    select: FIELDS,
  });
}

/** The one candidate of a spec that is not closed, if there is one. */
export async function findOpenCandidate(
  reader: Reader,
  specId: string,
): Promise<CandidateRecord | null> {
  return reader.candidate.findFirst({
    where: { specId, closure: null },
    orderBy: { number: "desc" },
    select: FIELDS,
  });
}

/**
 * The candidates whose approvals and objections speak for this one: itself and those before it, back to
 * the last one that was published. What was said before a release was about other changes.
 */
export async function lineageOf(
  reader: Reader,
  { specId, number }: Pick<CandidateRecord, "specId" | "number">,
): Promise<string[]> {
  const published = await reader.candidate.findFirst({
    where: { specId, number: { lt: number }, closure: { kind: "published" } },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const candidates = await reader.candidate.findMany({
    where: { specId, number: { gt: published?.number ?? 0, lte: number } },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return candidates.map(({ id }) => id);
}

/** Where the draft stood when the base was frozen; 0 for a base that came from elsewhere. */
export async function seqOfBase(
  reader: Reader,
  base: Pick<BaseRecord, "candidateId"> | null,
): Promise<bigint> {
  if (!base?.candidateId) return 0n;
  const { draftSeq } = await reader.candidate.findUniqueOrThrow({
    where: { id: base.candidateId },
    select: { draftSeq: true },
  });
  return draftSeq;
}
