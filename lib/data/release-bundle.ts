import { NotFound } from "@/lib/errors";
import { candidateManifest } from "@/lib/workflow/candidate-manifest";
import { editionParts } from "@/lib/workflow/parts";
import type { BundledEvent, ReleaseBundle } from "@/lib/workflow/release-bundle";
import { releaseManifest, type ReleaseManifest } from "@/lib/workflow/release-manifest";
import { lineageOf } from "./candidates";
import { listLineageApprovals } from "./approvals";
import { db } from "./db";
import { namesOf } from "./names";
import { getReleaseRecord } from "./release-record";
import { getStoredDocument } from "./releases";

interface BundleSpec {
  id: string;
  slug: string;
  title: string;
}

/** A release as a file that can be checked anywhere. The caller knows that the spec is public. @throws NotFound */
export async function getReleaseBundle(spec: BundleSpec, label: string): Promise<ReleaseBundle> {
  const record = await getReleaseRecord(spec.id, label);
  const release = await db().release.findUniqueOrThrow({
    where: { id: record.id },
    select: {
      candidateId: true,
      documentHash: true,
      base: { select: { documentHash: true, label: true, changelog: true } },
    },
  });
  const chain = await manifestsUpTo(spec.id, record.number);
  const manifest = chain.pop();
  if (!manifest) throw new NotFound("such release");
  const baseParts = release.base
    ? await editionParts({
        ...release.base,
        document: await getStoredDocument(db(), release.base.documentHash),
      })
    : [];
  const { override } = record;
  return {
    format: "precept-release-bundle",
    version: 1,
    spec: { id: spec.id, slug: spec.slug, title: spec.title },
    release: {
      manifest,
      manifestHash: record.manifestHash,
      origin: record.origin,
      publishedAt: record.publishedAt.toISOString(),
      publishedBy: record.publishedBy,
    },
    chain,
    document: await getStoredDocument(db(), release.documentHash),
    ...(release.candidateId
      ? await reviewOf(release.candidateId)
      : { candidates: [], approvals: [] }),
    baseParts: Object.fromEntries(baseParts.map(({ key, hash }) => [key, hash])),
    override: override && {
      askedBy: override.askedBy,
      confirmedBy: override.confirmedBy,
      reason: override.reason,
      unmet: override.unmet.map(({ title }) => title),
    },
    audit: await eventOf(spec.id, record.id),
  };
}

/** Manifests of all releases up to a number, oldest first. */
async function manifestsUpTo(specId: string, number: number): Promise<ReleaseManifest[]> {
  const releases = await db().release.findMany({
    where: { specId, number: { lte: number } },
    orderBy: { number: "asc" },
    select: {
      number: true,
      label: true,
      documentHash: true,
      changelog: true,
      base: { select: { manifestHash: true } },
    },
  });
  return releases.map(({ base, documentHash: document, ...facts }) =>
    releaseManifest({ ...facts, spec: specId, document, base: base?.manifestHash ?? null }),
  );
}

async function reviewOf(
  candidateId: string,
): Promise<Pick<ReleaseBundle, "candidates" | "approvals">> {
  const { specId, number } = await db().candidate.findUniqueOrThrow({
    where: { id: candidateId },
    select: { specId: true, number: true },
  });
  const lineage = await lineageOf(db(), { specId, number });
  const approvals = await listLineageApprovals(db(), lineage);
  const shown = new Set([candidateId, ...approvals.map((approval) => approval.candidateId)]);
  const candidates = await db().candidate.findMany({
    where: { id: { in: [...shown] } },
    orderBy: { number: "asc" },
    select: {
      specId: true,
      number: true,
      hash: true,
      documentHash: true,
      label: true,
      changelog: true,
      document: { select: { schema: true } },
      base: { select: { manifestHash: true } },
    },
  });
  const names = await namesOf(
    db(),
    approvals.map(({ reviewerId }) => reviewerId),
  );
  return {
    candidates: candidates.map(({ hash, document, base, documentHash, ...facts }) => ({
      hash,
      manifest: candidateManifest({
        ...facts,
        spec: specId,
        document: documentHash,
        schema: document.schema,
        base: base?.manifestHash ?? null,
      }),
    })),
    approvals: approvals.map(({ reviewerId, at, role, covers, ...said }) => ({
      by: names(reviewerId).name,
      role,
      at: at.toISOString(),
      candidateHash: said.candidateHash,
      covers,
      statement: said.statement,
      dissent: said.dissent,
      diffVersion: said.diffVersion,
    })),
  };
}

async function eventOf(specId: string, releaseId: string): Promise<BundledEvent> {
  const event = await db().auditEvent.findFirst({
    where: {
      specId,
      kind: { in: ["release.published", "release.imported"] },
      payload: { path: ["release"], equals: releaseId },
    },
  });
  if (!event) throw new Error(`Release ${releaseId} has no event in the audit log.`);
  const { seq, at, kind, actorId, subjectId, payload, previousHash, hash } = event;
  return {
    seq: seq.toString(),
    at: at.toISOString(),
    kind,
    actorId,
    subjectId,
    specId,
    payload,
    previousHash,
    hash,
  };
}
