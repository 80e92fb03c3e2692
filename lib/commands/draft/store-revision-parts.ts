import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/data/transaction";
import type { RevisionManifest } from "@/lib/data/revision-documents";
import { canonicalJson } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";
import { documentParts } from "@/lib/spec/document-parts";

/**
 * Keeps the parts of a document that are not kept yet.
 *
 * @returns The numbers of all its parts. Numbers may have gaps: one is spent whenever a part is known.
 */
export async function storeRevisionParts(
  tx: Transaction,
  specId: string,
  document: SpecDocument,
): Promise<RevisionManifest> {
  const { head, sections, prompts } = documentParts(document);
  const parts = [head, ...sections, ...prompts].map(hashed);
  const known = await idsByHash(tx, specId, parts);
  const missing = parts.filter(({ key }) => !known.has(key));
  if (missing.length > 0) {
    await tx.revisionPart.createMany({
      data: missing.map(({ hash, bytes }) => ({ specId, hash, bytes })),
      skipDuplicates: true,
    });
    for (const [key, id] of await idsByHash(tx, specId, missing)) known.set(key, id);
  }
  const ids = parts.map(({ key }) => known.get(key)!);
  return {
    head: ids[0]!,
    sections: ids.slice(1, 1 + sections.length),
    prompts: ids.slice(1 + sections.length),
  };
}

interface HashedPart {
  /** The hash in a form that a map can hold. */
  key: string;
  hash: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

function hashed(value: unknown): HashedPart {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const hash = Uint8Array.from(createHash("sha256").update(bytes).digest());
  return { key: keyOf(hash), hash, bytes };
}

async function idsByHash(
  tx: Transaction,
  specId: string,
  parts: readonly HashedPart[],
): Promise<Map<string, number>> {
  const rows = await tx.revisionPart.findMany({
    where: { specId, hash: { in: parts.map(({ hash }) => hash) } },
    select: { id: true, hash: true },
  });
  return new Map(rows.map(({ id, hash }) => [keyOf(hash), id]));
}

const keyOf = (hash: Uint8Array) => Buffer.from(hash).toString("base64");
