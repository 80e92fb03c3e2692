import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { credentials } from "./account";
import { clusterIn, findPlace, type Place } from "./place";
import { isPostgresOf, readPostmaster } from "./postmaster";

const run = promisify(execFile);

/** Stops PostgreSQL: open transactions are rolled back, everything committed is on disk. */
export async function stopPostgres(place: Place, cluster = clusterIn(place)): Promise<void> {
  if (!(await isRunning(cluster))) return;
  const args = ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "60", "-s"];
  try {
    await run(place.binaries.pgCtl, args, credentials(place.account));
  } catch (error) {
    // Another process stopped it between our look and our call.
    if (await isRunning(cluster)) throw error;
  }
}

/** Whether a server runs on the cluster of a folder. */
export async function isRunningIn(folder: string): Promise<boolean> {
  const cluster = clusterIn(await findPlace(folder));
  return existsSync(cluster) && isRunning(cluster);
}

/** Stops the server of a folder, whoever started it and whoever uses it. */
export async function stopServerIn(folder: string): Promise<void> {
  const place = await findPlace(folder);
  if (existsSync(clusterIn(place))) await stopPostgres(place);
}

async function isRunning(cluster: string): Promise<boolean> {
  const postmaster = await readPostmaster(cluster);
  return postmaster !== null && isPostgresOf(postmaster.pid, cluster);
}
