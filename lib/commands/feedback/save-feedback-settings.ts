import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import { cleanText } from "@/lib/feedback/comment-text";
import type { Actor } from "@/lib/policy/actor";
import { canChangeFeedbackSettings } from "@/lib/policy/feedback";
import { Id } from "../people/fields";

export const SaveFeedbackSettings = z.object({
  specId: Id,
  isOpen: z.boolean(),
  /** Whether the public speaks only while a consultation is open. */
  inWindowsOnly: z.boolean(),
  slowModeMinutes: z.coerce
    .number("Write a number of minutes.")
    .int("Write whole minutes.")
    .min(0, "Write 0 or more minutes.")
    .max(24 * 60, "At most a day."),
  houseRules: z.string().max(4_000, "At most 4000 characters.").transform(cleanText),
});
export type SaveFeedbackSettings = z.infer<typeof SaveFeedbackSettings>;

/** How a spec takes feedback. */
export async function saveFeedbackSettings(
  actor: Actor,
  { specId, ...settings }: SaveFeedbackSettings,
): Promise<void> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: specId });
    if (!canChangeFeedbackSettings(actor, spec)) throw new Forbidden("change these settings");
    await tx.feedbackSettings.upsert({
      where: { specId },
      create: { specId, ...settings },
      update: settings,
    });
    const { isOpen, inWindowsOnly, slowModeMinutes } = settings;
    await recordEvent(tx, {
      kind: "feedback.settings_changed",
      actorId: actor.id,
      specId,
      payload: { isOpen, inWindowsOnly, slowModeMinutes },
    });
  });
}
