import type { Transaction } from "@/lib/data/transaction";
import { announceAccessChange } from "./announce-access-change";

/**
 * Ends sessions of one person inside a transaction and tells open connections. The caller records why.
 *
 * @returns How many were still open.
 */
export async function endSessions(
  tx: Transaction,
  where: { userId: string; id?: string | { not: string } },
  at: Date,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { ...where, revokedAt: null, expiresAt: { gt: at } },
    data: { revokedAt: at },
  });
  if (count > 0) await announceAccessChange(tx, where.userId);
  return count;
}
