import { recordEvent } from "@/lib/data/audit";
import { listDueSchedules, type DueSchedule } from "@/lib/data/due-schedules";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { endSchedules } from "./end-schedules";
import { publishIn } from "./publish-release";

/** What became of a time that was set. */
export interface DueOutcome {
  schedule: DueSchedule;
  /** Null when it was published. */
  obstacle: string | null;
}

/**
 * Publishes what is due, on behalf of those who set the time and as far as they still may. Several
 * processes may do this at once: each candidate is published once.
 */
export async function publishDue(): Promise<DueOutcome[]> {
  const outcomes: DueOutcome[] = [];
  for (const schedule of await listDueSchedules()) {
    const outcome = await keep(schedule);
    if (outcome) outcomes.push(outcome);
  }
  return outcomes;
}

async function keep(schedule: DueSchedule): Promise<DueOutcome | null> {
  const { candidateId, hash, by } = schedule;
  // They confirmed who they are when they set the time; that is what counts, not where they are now.
  const actor: Actor = { ...by, authenticatedAt: schedule.setAt };
  try {
    const kept = await transaction(
      async (tx) => {
        if (!(await isMine(tx, schedule.id))) return false;
        await publishIn(tx, actor, { candidateId, hash }, schedule.setAt);
        return true;
      },
      { isolation: "Serializable" },
    );
    return kept ? { schedule, obstacle: null } : null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const missed = await miss(schedule, error.message);
    return missed ? { schedule, obstacle: error.message } : null;
  }
}

/** Says once, in the log and beside the candidate, why the time was missed. */
async function miss(schedule: DueSchedule, words: string): Promise<boolean> {
  return transaction(async (tx) => {
    const isOpen = await tx.publishSchedule.findFirst({
      where: { id: schedule.id, end: null },
      select: { id: true },
    });
    if (!isOpen || !(await isMine(tx, schedule.id))) return false;
    await endSchedules(tx, schedule.candidateId, { kind: "missed", byId: null, words });
    await recordEvent(tx, {
      kind: "publishing.missed",
      actorId: null,
      specId: schedule.specId,
      payload: { candidate: schedule.number, hash: schedule.hash },
    });
    return true;
  });
}

/** One process at a time works on a schedule; another one goes on to the next. */
async function isMine(tx: Transaction, scheduleId: string): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${scheduleId}, 4207)) AS got`;
  return lock?.got ?? false;
}
