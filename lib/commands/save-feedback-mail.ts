import { z } from "zod";
import { newestEvent } from "@/lib/data/feedback-news";
import { transaction, type Transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";

export const SaveFeedbackMail = z.object({
  pace: z.enum(["hourly", "daily", "weekly", "never"], "Choose how often."),
});
export type SaveFeedbackMail = z.infer<typeof SaveFeedbackMail>;

/** How often one gets mail about the feedback that one follows. */
export async function saveFeedbackMail(actor: Actor, { pace }: SaveFeedbackMail): Promise<void> {
  return transaction((tx) => setMailPace(tx, actor.id, pace));
}

/** The same for somebody by id. What happened while they wanted no mail is not told later. */
export async function setMailPace(
  tx: Transaction,
  userId: string,
  pace: SaveFeedbackMail["pace"],
): Promise<void> {
  const before = await tx.feedbackMail.findUnique({ where: { userId }, select: { pace: true } });
  if (before?.pace === pace) return;
  const told = before?.pace === "never" ? { toldSeq: await newestEvent(tx) } : {};
  await tx.feedbackMail.upsert({
    where: { userId },
    create: { userId, pace, toldSeq: 0n },
    update: { pace, ...told, nextAt: null },
  });
}
