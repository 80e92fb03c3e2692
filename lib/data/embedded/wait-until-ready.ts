import { setTimeout as pause } from "node:timers/promises";
import { DatabaseUnavailable } from "../database-errors";
import { isAlive, readPostmaster, type Postmaster } from "./postmaster";

// After a crash PostgreSQL replays its log first, which may take a while on a slow disk.
const LONGEST_MS = 120_000;
const STEP_MS = 20;

/**
 * Waits until PostgreSQL wrote "ready" into its postmaster.pid.
 *
 * @param pid The process that must write it; an older file of another process is not believed.
 */
export async function waitUntilReady(data: string, pid: number | undefined): Promise<Postmaster> {
  for (let waited = 0; waited < LONGEST_MS; waited += STEP_MS) {
    const postmaster = await readPostmaster(data);
    if (postmaster?.ready && postmaster.pid === pid) return postmaster;
    if (pid !== undefined && !isAlive(pid)) break;
    await pause(STEP_MS);
  }
  throw new DatabaseUnavailable(
    "failed",
    `PostgreSQL in ${data} did not become ready. Its words are in server.log beside it; starting again usually helps.`,
  );
}
