import { setTimeout as pause } from "node:timers/promises";
import { db } from "./db";
import type { Prisma } from "./generated/client";

/** The database inside one transaction. */
export type Transaction = Prisma.TransactionClient;

export interface TransactionOptions {
  isolation?: "ReadCommitted" | "RepeatableRead" | "Serializable";
  /** For the few that write a lot at once, such as an import. */
  timeoutMs?: number;
}

const TRIES = 6;

/**
 * Runs work in one transaction: all of it happens or nothing. Work that lost against another
 * transaction (serialization failure, deadlock) is run again, so it must change nothing outside of
 * the transaction.
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  { isolation = "ReadCommitted", timeoutMs = 20_000 }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(work, {
        isolationLevel: isolation,
        maxWait: 10_000,
        timeout: timeoutMs,
      });
    } catch (error) {
      if (attempt === TRIES || !lostARace(error)) throw error;
      // Jitter, so that two that met do not meet again at once.
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** Whether an error is a broken uniqueness rule. */
export const isUniqueViolation = (error: unknown) =>
  codesOf(error).some((code) => code === "P2002");

// P2034: Prisma's name for both. 40001 and 40P01: PostgreSQL's, seen through raw statements.
const lostARace = (error: unknown) =>
  codesOf(error).some((code) => code === "P2034" || code === "40001" || code === "40P01");

/**
 * All codes an error carries. Not by instanceof: two copies of Prisma's client can live in a process.
 */
function codesOf(error: unknown): string[] {
  if (typeof error !== "object" || error === null) return [];
  const { code, meta, cause } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: unknown };
    cause?: { originalCode?: unknown };
  };
  return [
    ...(typeof code === "string" ? [code] : []),
    ...(typeof cause?.originalCode === "string" ? [cause.originalCode] : []),
    ...(meta?.driverAdapterError ? codesOf(meta.driverAdapterError) : []),
  ];
}
