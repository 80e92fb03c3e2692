import * as Y from "yjs";
import { recordEvent } from "@/lib/data/audit";
import { db } from "@/lib/data/db";
import { openStoredDraft } from "@/lib/data/draft-document";
import { getStoredDraft, lockDraft } from "@/lib/data/draft-log";
import { transaction } from "@/lib/data/transaction";

/**
 * Sets all drafts apart from the copies that browsers hold: for an operator, after an older database was put in
 * the place of a newer one (QUALITY T30). The text is the same; its epoch is the next one.
 *
 * A browser that has it open, or kept it, is told to reload and offers its own copy to take away. Without this,
 * it would send what the older database lacks: a half of what came after the backup, by whoever is back first,
 * under client ids that the older database may know as those of somebody else.
 *
 * @returns How many drafts there are.
 */
export async function renewDrafts(): Promise<number> {
  const drafts = await db().draft.findMany({ select: { specId: true } });
  for (const { specId } of drafts) await renewDraft(specId);
  return drafts.length;
}

function renewDraft(specId: string): Promise<void> {
  return transaction(async (tx) => {
    await lockDraft(tx, specId);
    const stored = await getStoredDraft(tx, specId);
    const ydoc = openStoredDraft(stored);
    const [epoch, seq] = [stored.epoch + 1, stored.headSeq + 1n];
    // The log of the new epoch begins with the whole text, so it can be read without the old one.
    await tx.draftUpdate.create({
      data: {
        specId,
        seq,
        epoch,
        origin: "restore",
        touched: [],
        update: Uint8Array.from(Y.encodeStateAsUpdate(ydoc)),
      },
    });
    const state = Uint8Array.from(Y.encodeStateAsUpdateV2(ydoc));
    await tx.draftSnapshot.create({ data: { specId, epoch, seq, state } });
    await tx.draft.update({ where: { specId }, data: { epoch, headSeq: seq } });
    await recordEvent(tx, { kind: "draft.renewed", actorId: null, specId, payload: { epoch } });
    ydoc.destroy();
  });
}
