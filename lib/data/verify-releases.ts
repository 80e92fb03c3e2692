import { canonicalHash } from "@/lib/spec/canonical-json";
import { candidateHash, candidateManifest } from "@/lib/workflow/candidate-manifest";
import { manifestHash, releaseManifest } from "@/lib/workflow/release-manifest";
import { db } from "./db";
import type { Reader } from "./reader";

export interface ReleaseFault {
  /** Address and label of the release, or number of the candidate. */
  readonly where: string;
  readonly problem: string;
}

export interface ReleasesReport {
  readonly documents: number;
  readonly releases: number;
  readonly candidates: number;
  readonly approvals: number;
  readonly faults: readonly ReleaseFault[];
}

/**
 * Recomputes everything that was published or reviewed: stored documents, manifests and how they follow
 * each other, candidates, and what approvals name. Documents one by one: there may be many.
 */
export async function verifyReleases(reader: Reader = db()): Promise<ReleasesReport> {
  const faults: ReleaseFault[] = [];
  const documents = await verifyDocuments(reader, faults);
  const releases = await verifyManifests(reader, faults);
  const candidates = await verifyCandidates(reader, faults);
  const approvals = await verifyApprovals(reader, faults);
  return { documents, releases, candidates, approvals, faults };
}

async function verifyDocuments(reader: Reader, faults: ReleaseFault[]): Promise<number> {
  const stored = await reader.storedDocument.findMany({ select: { hash: true } });
  for (const { hash } of stored) {
    const { bytes } = await reader.storedDocument.findUniqueOrThrow({ where: { hash } });
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if ((await canonicalHash(value)) !== hash) {
      faults.push({ where: `document ${hash}`, problem: "Its content is not what its hash says." });
    }
  }
  return stored.length;
}

async function verifyManifests(reader: Reader, faults: ReleaseFault[]): Promise<number> {
  const releases = await reader.release.findMany({
    orderBy: [{ specId: "asc" }, { number: "asc" }],
    select: {
      specId: true,
      number: true,
      label: true,
      documentHash: true,
      manifestHash: true,
      changelog: true,
      origin: true,
      candidateId: true,
      baseId: true,
      spec: { select: { slug: true } },
      base: { select: { manifestHash: true, number: true } },
    },
  });
  for (const release of releases) {
    const { specId, number, label, documentHash, changelog, base } = release;
    const where = `/${release.spec.slug}/${label}`;
    const manifest = releaseManifest({
      spec: specId,
      number,
      label,
      document: documentHash,
      base: base?.manifestHash ?? null,
      changelog,
    });
    if ((await manifestHash(manifest)) !== release.manifestHash) {
      faults.push({ where, problem: "Its manifest is not what its hash says." });
    }
    if ((base?.number ?? 0) !== number - 1) {
      faults.push({ where, problem: "It does not follow the release before it." });
    }
    if (release.origin === "published" && release.candidateId === null) {
      faults.push({ where, problem: "It was published without a candidate." });
    }
    const event = await reader.auditEvent.findFirst({
      where: {
        specId,
        kind: { in: ["release.published", "release.imported"] },
        payload: { path: ["manifest"], equals: release.manifestHash },
      },
      select: { seq: true },
    });
    if (!event) faults.push({ where, problem: "The audit log does not know of it." });
  }
  return releases.length;
}

async function verifyCandidates(reader: Reader, faults: ReleaseFault[]): Promise<number> {
  const candidates = await reader.candidate.findMany({
    select: {
      id: true,
      specId: true,
      number: true,
      label: true,
      changelog: true,
      hash: true,
      documentHash: true,
      document: { select: { schema: true } },
      base: { select: { manifestHash: true } },
      spec: { select: { slug: true } },
    },
  });
  for (const candidate of candidates) {
    const { id, specId, number, label, changelog, hash, documentHash, document, base, spec } =
      candidate;
    const manifest = candidateManifest({
      spec: specId,
      number,
      document: documentHash,
      schema: document.schema,
      base: base?.manifestHash ?? null,
      label,
      changelog,
    });
    const where = `/${spec.slug}, candidate ${number}`;
    if ((await candidateHash(manifest)) !== hash) {
      faults.push({ where, problem: "It is not what its hash says." });
    }
    const release = await reader.release.findUnique({
      where: { candidateId: id },
      select: { documentHash: true, label: true, changelog: true },
    });
    const isWhatWasReviewed =
      !release ||
      (release.documentHash === documentHash &&
        release.label === label &&
        release.changelog === changelog);
    if (!isWhatWasReviewed) {
      faults.push({ where, problem: "Something else was published than what was reviewed." });
    }
  }
  return candidates.length;
}

async function verifyApprovals(reader: Reader, faults: ReleaseFault[]): Promise<number> {
  const approvals = await reader.approval.findMany({
    select: { id: true, candidateHash: true, candidate: { select: { hash: true, number: true } } },
  });
  for (const { id, candidateHash: named, candidate } of approvals) {
    if (named !== candidate.hash) {
      faults.push({
        where: `approval ${id}`,
        problem: `It names another hash than candidate ${candidate.number} has.`,
      });
    }
  }
  return approvals.length;
}
