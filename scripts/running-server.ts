import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "@/lib/data/embedded/postmaster";

const fileIn = (folder: string) => path.join(folder, "server.pid");

/** Notes that this process serves the data of a folder. @returns A function that takes it back. */
export async function noteRunningServer(folder: string): Promise<() => Promise<void>> {
  await writeFile(fileIn(folder), String(process.pid));
  return () => rm(fileIn(folder), { force: true });
}

/** Whether some living process serves the data of a folder. */
export async function isServerRunning(folder: string): Promise<boolean> {
  const pid = Number(await readFile(fileIn(folder), "utf8").catch(() => ""));
  return pid > 0 && pid !== process.pid && isAlive(pid);
}
