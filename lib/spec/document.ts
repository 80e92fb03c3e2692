import type { BlockJson } from "./block-json";
import { canonicalHash } from "./canonical-json";
import type { Ledger } from "./ledger";
import type { AuthorityLevel } from "./levels";
import { SCHEMA_VERSION } from "./schema-version";

/** How the Markdown of a spec is read and written: lib/markdown/profile.ts knows the details. */
export type ProfileName = "model-spec" | "generic";

/** The prompts that test one place in the text; in Markdown the file `examples/<id>.md`. */
export interface PromptsFile {
  id: string;
  content: BlockJson[];
}

/**
 * A whole spec at a moment: what revisions, releases, approvals and hashes are about. JSON data only.
 * The bytes it was read from stand beside it (lib/markdown/source-map.ts), never in it.
 */
export interface SpecDocument {
  format: "precept-spec";
  version: 1;
  /** The schema that `content` and `prompts` follow. */
  schema: string;
  profile: ProfileName;
  title: string | null;
  /** Authority levels of this spec, highest first. */
  levels: AuthorityLevel[];
  content: BlockJson[];
  /** In the order of their ids. */
  prompts: PromptsFile[];
  ledger: Ledger;
}

/** A document with nothing in it but what is given. */
export function specDocument(parts: Partial<SpecDocument> = {}): SpecDocument {
  return {
    format: "precept-spec",
    version: 1,
    schema: SCHEMA_VERSION,
    profile: "model-spec",
    title: null,
    levels: [],
    content: [],
    prompts: [],
    ledger: [],
    ...parts,
  };
}

/**
 * The hash that names a document: lower-case hex SHA-256 of its canonical JSON.
 *
 * The only place where a document is hashed, so that every approval and release means the same bytes.
 */
export async function documentHash(document: SpecDocument): Promise<string> {
  return canonicalHash(document);
}
