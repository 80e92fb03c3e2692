import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { credentials } from "./account";
import type { Place } from "./place";
import { isPostgresOf, readPostmaster } from "./postmaster";

const run = promisify(execFile);

/** Stops PostgreSQL: open transactions are rolled back, everything committed is on disk. */
export async function stopPostgres(place: Place, data: string): Promise<void> {
  const postmaster = await readPostmaster(data);
  if (!postmaster || !(await isPostgresOf(postmaster.pid, data))) return;
  await run(
    place.binaries.pgCtl,
    ["stop", "-D", data, "-m", "fast", "-w", "-t", "60", "-s"],
    credentials(place.account),
  );
}
