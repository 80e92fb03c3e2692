import { randomInt } from "node:crypto";
import type { Transaction } from "@/lib/data/transaction";

/** How many pseudonyms there are at first; with more people they grow by a digit. */
const FIRST_NUMBERS = [1_000, 9_999] as const;

/**
 * Gives a person the name under which they speak in public, once. The number is drawn and not counted:
 * it must not tell when somebody came.
 */
export async function ensureByline(tx: Transaction, userId: string): Promise<void> {
  const known = await tx.byline.findUnique({ where: { userId }, select: { userId: true } });
  if (known) return;
  let [least, most]: [number, number] = [...FIRST_NUMBERS];
  for (let tries = 1; ; tries += 1) {
    const number = randomInt(least, most + 1);
    const taken = await tx.byline.findUnique({ where: { number }, select: { userId: true } });
    if (!taken) {
      await tx.byline.upsert({ where: { userId }, create: { userId, number }, update: {} });
      return;
    }
    if (tries % 8 === 0) [least, most] = [most + 1, most * 10 + 9];
  }
}
