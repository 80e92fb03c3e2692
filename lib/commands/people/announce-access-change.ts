import { ACCESS_CHANNEL } from "@/lib/data/access-channel";
import type { Transaction } from "@/lib/data/transaction";

/**
 * Tells every process that somebody's roles or sessions changed, so that open connections are
 * checked again at once. Pages need no telling: they read the roles at each request. PostgreSQL
 * delivers it when the transaction commits, and not at all when it does not.
 */
export async function announceAccessChange(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${ACCESS_CHANNEL}, ${userId})::text`;
}

/** The same for everybody in a spec: when it is archived or restored, nobody or somebody may write. */
export async function announceAccessChangeIn(tx: Transaction, specId: string): Promise<void> {
  const members = await tx.member.findMany({ where: { specId }, select: { userId: true } });
  for (const { userId } of members) await announceAccessChange(tx, userId);
}
