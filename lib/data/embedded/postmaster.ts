import { execFile } from "node:child_process";
import { link, readFile, readlink, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** What PostgreSQL wrote about itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** Reads postmaster.pid of a cluster; null when there is none or it is not written yet. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(cluster), "utf8").catch(nullWhenMissing);
  return text === null ? null : parsePostmaster(text);
}

/** Lines, by PostgreSQL's miscadmin.h: pid, data folder, start, port, socket, address, memory, status. */
function parsePostmaster(text: string): Postmaster | null {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === "ready" };
}

/** Whether a process is alive, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a process is the PostgreSQL of this very data folder. Process ids are used again, so a
 * living process with the right number proves nothing.
 */
export async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === "linux") {
    // PostgreSQL stands in its data folder, and /proc knows the folder even after it was moved.
    const standsIn = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    if (standsIn !== null) return standsIn === (await realpath(cluster));
  }
  const command = await commandOf(pid);
  return /postgres/.test(command) && command.includes(cluster);
}

/**
 * Moves a postmaster.pid out of the way whose number now belongs to a stranger; PostgreSQL itself
 * would take the stranger for its own server and refuse to start.
 *
 * Renamed first and judged again afterwards: another start may have written a new one meanwhile, and
 * that one is put back.
 */
export async function setAsideStale(cluster: string, stale: Postmaster): Promise<void> {
  const aside = `${pidFile(cluster)}.stale-${process.pid}`;
  await rename(pidFile(cluster), aside).catch(nullWhenMissing);
  const moved = await readFile(aside, "utf8").catch(nullWhenMissing);
  if (moved !== null && parsePostmaster(moved)?.pid !== stale.pid) {
    await link(aside, pidFile(cluster));
  }
  await rm(aside, { force: true });
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === "win32") {
    const { stdout } = await run("tasklist", ["/fi", `pid eq ${pid}`, "/fo", "csv", "/nh"]);
    return stdout;
  }
  const { stdout } = await run("ps", ["-ww", "-o", "command=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout;
}

const run = promisify(execFile);
const pidFile = (cluster: string) => path.join(cluster, "postmaster.pid");

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
