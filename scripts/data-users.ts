import { mkdir, readdir, readlink, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "@/lib/data/embedded/postmaster";
import { inDataFolder } from "./data-folder";

/**
 * Which processes use the data of this checkout: one empty file each, named by process id. Nobody
 * resets data that is in use.
 */
const users = () => inDataFolder("users");

/** Notes that this process uses the data. @returns A function that takes it back. */
export async function joinUsers(): Promise<() => Promise<void>> {
  await mkdir(users(), { recursive: true });
  const file = path.join(users(), String(process.pid));
  await writeFile(file, "");
  return () => rm(file, { force: true });
}

/** The other processes that use the data. Notes of processes that were killed are cleared away. */
export async function otherUsers(): Promise<number[]> {
  const names = await readdir(users()).catch(() => []);
  const others: number[] = [];
  for (const pid of names.map(Number)) {
    if (pid === process.pid) continue;
    if (await isOurs(pid)) others.push(pid);
    else await rm(path.join(users(), String(pid)), { force: true });
  }
  return others;
}

/** Process ids are used again: one that works in another folder is a stranger. */
async function isOurs(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return folder === null || folder === process.cwd();
}
