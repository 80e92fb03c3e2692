import { z } from "zod";
import { databaseTime } from "@/lib/data/database-time";
import { newestEvent } from "@/lib/data/feedback-news";
import { transaction, type Transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";

export const SaveMailChoice = z.object({
  pace: z.enum(["hourly", "daily", "weekly", "never"], "Choose how often."),
  reviews: z.boolean(),
});
export type SaveMailChoice = z.infer<typeof SaveMailChoice>;

/** Which mail one gets that one did not just ask for, and how often. */
export async function saveMailChoice(
  actor: Actor,
  { pace, reviews }: SaveMailChoice,
): Promise<void> {
  return transaction(async (tx) => {
    await setMailPace(tx, actor.id, pace);
    await setReviewMail(tx, actor.id, reviews);
  });
}

/** Whether somebody gets mail about what waits for them in reviews. */
export async function setReviewMail(tx: Transaction, userId: string, wanted: boolean) {
  await tx.user.updateMany({
    where: { id: userId, reviewMailStoppedAt: wanted ? { not: null } : null },
    data: { reviewMailStoppedAt: wanted ? null : await databaseTime(tx) },
  });
}

/** How often somebody hears of feedback. What happened while they wanted no mail is not told later. */
export async function setMailPace(
  tx: Transaction,
  userId: string,
  pace: SaveMailChoice["pace"],
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
