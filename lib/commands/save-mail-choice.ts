import { z } from "zod";
import { newestEvent } from "@/lib/data/feedback-news";
import { transaction, type Transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";

export const MAIL_PACES = ["hourly", "daily", "weekly", "never"] as const;

export const SaveMailChoice = z.object({
  feedback: z.enum(MAIL_PACES, "Choose how often."),
  reviews: z.boolean(),
});
export type SaveMailChoice = z.infer<typeof SaveMailChoice>;

/** Which mail one gets besides the mail that one asks for. */
export async function saveMailChoice(actor: Actor, choice: SaveMailChoice): Promise<void> {
  return transaction((tx) => choose(tx, actor.id, choice));
}

/** Changes some of somebody's choices. What happened while they wanted no mail is told to nobody later. */
export async function choose(
  tx: Transaction,
  userId: string,
  choice: Partial<SaveMailChoice>,
): Promise<void> {
  const before = await tx.mailChoice.findUnique({ where: { userId } });
  await tx.mailChoice.upsert({ where: { userId }, create: { ...choice, userId }, update: choice });
  if (!choice.feedback || choice.feedback === before?.feedback) return;
  const begins = before?.feedback === "never";
  const told = begins ? { toldSeq: await newestEvent(tx) } : {};
  await tx.feedbackMail.upsert({
    where: { userId },
    create: { userId, toldSeq: 0n, ...told, nextAt: null },
    update: { ...told, nextAt: null },
  });
}
