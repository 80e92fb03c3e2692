import type { Transaction } from "./transaction";

/**
 * Lets one transaction at a time work under a word, such as an address that is about to be taken. Two
 * that come at once then find each other's work by reading, instead of breaking a uniqueness rule,
 * after which a transaction of PostgreSQL cannot go on.
 */
export async function lockWord(tx: Transaction, word: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${word}, 0))::text`;
}
