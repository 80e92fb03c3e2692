import type { Transaction } from "@/lib/data/transaction";
import { canonicalJson, sha256Hex } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";

/** Keeps the canonical bytes of a document for ever, once. @returns Its hash. */
export async function storeDocument(tx: Transaction, document: SpecDocument): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(document));
  const hash = await sha256Hex(bytes);
  // Somebody else may store the same bytes at this moment: whoever is second keeps what is there.
  await tx.storedDocument.createMany({
    data: [{ hash, schema: document.schema, bytes }],
    skipDuplicates: true,
  });
  return hash;
}
