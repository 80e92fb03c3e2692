import { z } from "zod";
import { listTouchedSince, lockDraft } from "@/lib/data/draft-log";
import { getRevisionDocument } from "@/lib/data/revision-documents";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import { mintUid } from "@/lib/mint-uid";
import type { Actor } from "@/lib/policy/actor";
import { canRestoreRevision } from "@/lib/policy/history";
import { restoredDocument } from "@/lib/spec/restored-document";
import { changeDraft } from "./change-draft";
import { Id } from "../people/fields";
import { lockRevisions, makeRevision } from "./make-revision";

export const RestoreRevision = z.object({
  specId: Id,
  number: z.number().int().positive(),
  /** The uid of the section to restore; null restores everything. */
  section: z.string().max(64).nullable(),
  /** The newest update of the draft that the person saw in the preview. */
  seenSeq: z.string().regex(/^\d{1,18}$/),
});
export type RestoreRevision = z.infer<typeof RestoreRevision>;

export interface Restored {
  /** The revision that holds the draft after it; null when nothing differed. */
  number: number | null;
  /** How many sections were left alone, because somebody changed them after the preview. */
  kept: number;
}

/**
 * Makes the draft say again what a revision says. Writes forward: nothing of the history is lost, and
 * the draft as it was is kept as a revision before. Sections that somebody changed since the preview
 * stay as that person left them.
 *
 * @throws Conflict when the one section to restore was changed since the preview.
 */
export async function restoreRevision(actor: Actor, input: RestoreRevision): Promise<Restored> {
  return transaction(async (tx) => {
    const { specId, number, section } = input;
    const spec = await requireSpec(tx, actor, { id: specId });
    if (!canRestoreRevision(actor, spec)) throw new Forbidden("restore the draft of this spec");
    const then = await getRevisionDocument(tx, specId, number);
    // Locked from here on: what somebody writes now comes after the restoring, and stays.
    await lockRevisions(tx, specId);
    await lockDraft(tx, specId);
    const before = await makeRevision(tx, { specId, kind: "pause", byId: null });
    const keep = await listTouchedSince(tx, specId, BigInt(input.seenSeq));
    if (section !== null && keep.has(section)) {
      throw new Conflict(
        "Somebody changed this section while you looked at it. Nothing was restored. Look at it again, then decide.",
      );
    }
    await changeDraft(tx, { specId, authorId: actor.id, origin: "restore" }, (now) =>
      restoredDocument(now, then, { section, keep, mint: mintUid }),
    );
    const after = await makeRevision(tx, { specId, kind: "restore", byId: actor.id });
    const isNew = after !== null && after.number !== before?.number;
    return { number: isNew ? after.number : null, kept: section === null ? keep.size : 0 };
  });
}
