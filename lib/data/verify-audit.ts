import { eventHash, GENESIS_HASH } from "./audit";
import { db } from "./db";
import type { Reader } from "./reader";

export interface AuditFault {
  /** Place in the sequence where the fault shows. */
  readonly seq: bigint;
  readonly problem: string;
}

export interface AuditReport {
  readonly events: bigint;
  /** Hash of the newest event; equal heads mean equal logs. */
  readonly head: string;
  readonly faults: readonly AuditFault[];
}

const BATCH = 1_000;
const MOST_FAULTS = 100;

/**
 * Recomputes the whole audit log: the sequence from 1 without gaps, each event built on the one
 * before it, each hash equal to what its own content says. Reads in batches, so a long log needs no
 * more memory than a short one. Stops after 100 faults.
 */
export async function verifyAuditChain(reader: Reader = db()): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  let seq = 0n;
  let head = GENESIS_HASH;
  for (;;) {
    const batch = await reader.auditEvent.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: "asc" },
      take: BATCH,
    });
    for (const event of batch) {
      if (event.seq !== seq + 1n) {
        faults.push({
          seq: event.seq,
          problem: `Events ${seq + 1n} to ${event.seq - 1n} are missing.`,
        });
      }
      if (event.previousHash !== head) {
        faults.push({ seq: event.seq, problem: "It does not build on the event before it." });
      }
      if (event.hash !== (await eventHash(event.previousHash, event))) {
        faults.push({ seq: event.seq, problem: "Its content is not what its hash was made of." });
      }
      seq = event.seq;
      head = event.hash;
    }
    if (batch.length < BATCH || faults.length >= MOST_FAULTS) {
      return { events: seq, head, faults: faults.slice(0, MOST_FAULTS) };
    }
  }
}
