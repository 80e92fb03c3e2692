import type { Actor } from "@/lib/policy/actor";
import type { SpecDocument } from "@/lib/spec/document";
import { getCandidate } from "./candidates";
import { db } from "./db";
import { getStoredDocument } from "./releases";
import { requireSpec } from "./standing";

export interface CandidateTextView {
  label: string;
  document: SpecDocument;
  /** The release before, where there is one. */
  baseDocument: SpecDocument | null;
}

/**
 * The text of a candidate alone, for parts of its page that come later.
 *
 * @throws NotFound when there is none, or the actor may not see its spec.
 */
export async function getCandidateText(
  actor: Actor,
  { specId, number }: { specId: string; number: number },
): Promise<CandidateTextView> {
  await requireSpec(db(), actor, { id: specId });
  const { label, documentHash, base } = await getCandidate(db(), { specId, number });
  return {
    label,
    document: await getStoredDocument(db(), documentHash),
    baseDocument: base && (await getStoredDocument(db(), base.documentHash)),
  };
}
