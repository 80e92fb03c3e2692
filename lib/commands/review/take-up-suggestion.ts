import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canEditDraft } from "@/lib/policy/spec";
import { applySuggestion, type SuggestionProblem } from "@/lib/workflow/apply-suggestion";
import { changeDraft } from "../draft/change-draft";
import { Id } from "../people/fields";

export const TakeUpSuggestion = z.object({ messageId: Id });
export type TakeUpSuggestion = z.infer<typeof TakeUpSuggestion>;

/**
 * Puts a proposed wording into the draft. Both become authors of it: who takes it up, by the log of the
 * draft, and who proposed it, by the row that is written here.
 *
 * @throws Conflict when the draft does not say those words any more, or says them twice.
 */
export async function takeUpSuggestion(actor: Actor, input: TakeUpSuggestion): Promise<void> {
  return transaction(async (tx) => {
    const message = await tx.reviewMessage.findUnique({
      where: { id: input.messageId },
      select: { byId: true, replacement: true, applied: true, thread: true },
    });
    const { replacement, thread } = message ?? {};
    if (!message || !thread || typeof replacement !== "string" || thread.uid === null) {
      throw new NotFound("such suggestion");
    }
    const { uid, quote, specId, part } = thread;
    const spec = await requireSpec(tx, actor, { id: specId });
    if (!canEditDraft(actor, spec)) throw new Forbidden("change this draft");
    if (message.applied) return;
    const draftSeq = await changeDraft(
      tx,
      { specId, authorId: actor.id, origin: "suggestion" },
      (document) => {
        const changed = applySuggestion(document, { uid, quote, replacement });
        if (typeof changed === "string") throw new Conflict(PROBLEMS[changed]);
        return changed;
      },
    );
    await tx.appliedSuggestion.create({
      data: {
        messageId: input.messageId,
        specId,
        authorId: message.byId,
        byId: actor.id,
        draftSeq,
        part,
      },
    });
    await recordEvent(tx, {
      kind: "suggestion.applied",
      actorId: actor.id,
      subjectId: message.byId,
      specId,
      payload: { message: input.messageId, seq: Number(draftSeq) },
    });
  });
}

const PROBLEMS: Record<SuggestionProblem, string> = {
  "block is gone": "The draft does not have this passage any more. Nothing was changed.",
  "words are gone":
    "The draft says something else here by now. Nothing was changed; open the draft to see what.",
  "words stand twice":
    "These words stand there more than once, so it is not clear which are meant. Change them by hand.",
};
