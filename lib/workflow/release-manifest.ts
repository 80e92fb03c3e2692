import { canonicalHash } from "@/lib/spec/canonical-json";

/**
 * What a release is, in one small object whose hash names it. Everything a reader or a reviewer can
 * rely on hangs on this hash: the text by its own hash, and the release before by its manifest.
 */
export interface ReleaseManifest {
  format: "precept-release";
  version: 1;
  /** The spec's id: an address can change. */
  spec: string;
  /** 1, 2, 3 within the spec. */
  number: number;
  label: string;
  /** SHA-256 of the canonical document. */
  document: string;
  /** Manifest hash of the release it follows, null for the first one. */
  base: string | null;
  changelog: string;
}

export type ReleaseFacts = Omit<ReleaseManifest, "format" | "version">;

export function releaseManifest(facts: ReleaseFacts): ReleaseManifest {
  return { format: "precept-release", version: 1, ...facts };
}

/** Lower-case hex SHA-256 of the canonical manifest. */
export function manifestHash(manifest: ReleaseManifest): Promise<string> {
  return canonicalHash(manifest);
}
