import type { SpecDocument } from "@/lib/spec/document";
import type { CandidateManifest } from "./candidate-manifest";
import type { ReleaseManifest } from "./release-manifest";

/** What an approval says, in a file for everybody: people by the name that is shown in public. */
export interface BundledApproval {
  by: string;
  role: string;
  at: string;
  /** The candidate that they looked at. */
  candidateHash: string;
  covers: { part: string; change: string }[];
  statement: string;
  dissent: string;
  diffVersion: string;
}

/** An event of the audit log as its hash covers it. */
export interface BundledEvent {
  seq: string;
  at: string;
  kind: string;
  actorId: string | null;
  subjectId: string | null;
  specId: string | null;
  payload: unknown;
  previousHash: string;
  hash: string;
}

/**
 * A release with all that is needed to check it: `public/verify-release.mjs` does so without any of our
 * code. Hashes are SHA-256 over RFC 8785 JSON.
 */
export interface ReleaseBundle {
  format: "precept-release-bundle";
  version: 1;
  spec: { id: string; slug: string; title: string };
  release: {
    manifest: ReleaseManifest;
    manifestHash: string;
    origin: "published" | "imported";
    publishedAt: string;
    publishedBy: string | null;
  };
  /** Manifests of all releases before it, oldest first: the chain down to the first one. */
  chain: ReleaseManifest[];
  document: SpecDocument;
  /** The candidates whose approvals count, the one that was published last; empty for imported ones. */
  candidates: { manifest: CandidateManifest; hash: string }[];
  /** Hashes of the parts of the base release, by key: what the changes are changes of. */
  baseParts: Record<string, string>;
  approvals: BundledApproval[];
  override: { askedBy: string; confirmedBy: string; reason: string; unmet: string[] } | null;
  /** The event of publication in the audit log, chained to all before it. */
  audit: BundledEvent;
}
