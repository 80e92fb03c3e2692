import { RELEASE_CHANNEL } from "@/lib/data/release-channel";
import type { Transaction } from "@/lib/data/transaction";

/**
 * Tells every process, when this commits, that readers of a spec should see something else: it has a
 * new release, an erratum or a withdrawal, or another title, address or level.
 */
export async function announceRelease(tx: Transaction, specId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${RELEASE_CHANNEL}, ${specId})::text`;
}

/** The same for the records of all releases: somebody who may stand in them has another name, or none. */
export async function announceRecords(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${RELEASE_CHANNEL}, '')::text`;
}
