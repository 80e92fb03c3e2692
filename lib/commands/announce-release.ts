import type { Transaction } from "@/lib/data/transaction";

/** The PostgreSQL channel on which "what is published of this spec changed" is told to all processes. */
const RELEASE_CHANNEL = "precept_release";

/** Tells every process that a spec has a new release, an erratum or a withdrawal, when this commits. */
export async function announceRelease(tx: Transaction, specId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${RELEASE_CHANNEL}, ${specId})::text`;
}
