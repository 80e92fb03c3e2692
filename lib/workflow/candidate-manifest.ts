import { canonicalHash } from "@/lib/spec/canonical-json";

/**
 * What a candidate is: everything that a reviewer approves and that publishing must not change. The
 * hash of this object is what an approval names (QUALITY A1).
 */
export interface CandidateManifest {
  format: "precept-candidate";
  version: 1;
  /** The spec's id. */
  spec: string;
  /** 1, 2, 3 within the spec. */
  number: number;
  /** SHA-256 of the canonical document, which holds text, examples, prompts and authority levels. */
  document: string;
  /** SCHEMA_VERSION that the document follows. */
  schema: string;
  /** Manifest hash of the release it follows, null for the first one. */
  base: string | null;
  label: string;
  /** Markdown, written for readers. */
  changelog: string;
}

export type CandidateContents = Omit<CandidateManifest, "format" | "version">;

export function candidateManifest(contents: CandidateContents): CandidateManifest {
  const { spec, number, document, schema, base, label, changelog } = contents;
  return {
    format: "precept-candidate",
    version: 1,
    spec,
    number,
    document,
    schema,
    base,
    label,
    changelog,
  };
}

/** Lower-case hex SHA-256 of the canonical manifest. */
export function candidateHash(manifest: CandidateManifest): Promise<string> {
  return canonicalHash(manifest);
}
