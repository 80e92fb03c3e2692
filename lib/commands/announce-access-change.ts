import type { Transaction } from "@/lib/data/transaction";

/** The PostgreSQL channel on which a change of somebody's access is told to all processes. */
const ACCESS_CHANNEL = "precept_access";

/**
 * Tells every process that somebody's roles or sessions changed, so that open connections are
 * checked again at once. Pages need no telling: they read the roles at each request. PostgreSQL
 * delivers it when the transaction commits, and not at all when it does not.
 */
export async function announceAccessChange(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${ACCESS_CHANNEL}, ${userId})::text`;
}
