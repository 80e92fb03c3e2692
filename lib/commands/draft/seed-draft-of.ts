import { writeSource } from "@/lib/data/draft-document";
import { appendUpdates } from "@/lib/data/draft-log";
import type { Transaction } from "@/lib/data/transaction";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import { seedDraft } from "@/lib/draft/write-draft";
import type { SourceMap } from "@/lib/markdown/source-map";
import type { SpecDocument } from "@/lib/spec/document";

/**
 * Gives a new spec its draft, in the transaction that creates the spec. The only place where a draft
 * begins: two editors that both put in the first content would double it.
 *
 * @param authorId Who brought the text; null when nobody wrote it.
 */
export async function seedDraftOf(
  tx: Transaction,
  specId: string,
  { document, source = null, authorId }: SeedOptions,
): Promise<void> {
  await tx.draft.create({ data: { specId, version: DRAFT_VERSION, source: writeSource(source) } });
  await appendUpdates(tx, specId, [
    { update: seedDraft(document), authorId, origin: "seed", touched: [] },
  ]);
}

interface SeedOptions {
  document: SpecDocument;
  source?: SourceMap | null;
  authorId: string | null;
}
