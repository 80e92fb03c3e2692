import type { Transaction } from "./transaction";

/** The PostgreSQL channel on which "what readers see of this spec has changed" is told to all processes. */
export const RELEASE_CHANNEL = "precept_release";

/**
 * Tells all processes, once the transaction commits, that readers of a spec should see something else:
 * a release came or was withdrawn, the spec has another title, address or level.
 */
export async function tellReaders(tx: Transaction, specId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${RELEASE_CHANNEL}, ${specId})::text`;
}
