import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseUnavailable } from "../database-errors";
import type { Place } from "./place";
import { plainFileError } from "./plain-errors";
import { isAlive } from "./postmaster";

const LONGEST_MS = 120_000;
const STEP_MS = 50;

/**
 * Lets one process at a time make or start the cluster of a folder; the second then adopts what the
 * first started. A lock whose process is gone is taken over.
 */
export async function withStartLock<T>(place: Place, work: () => Promise<T>): Promise<T> {
  const file = path.join(path.dirname(place.folder), `${path.basename(place.folder)}.starting`);
  await take(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
  } catch (error) {
    throw plainFileError(error, path.dirname(file));
  }
  for (let waited = 0; waited < LONGEST_MS; waited += STEP_MS) {
    try {
      return await writeFile(file, String(process.pid), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw plainFileError(error, file);
    }
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await pause(STEP_MS);
  }
  throw new DatabaseUnavailable(
    "failed",
    `Another start of Precept has been busy for two minutes (${file}). If none runs, delete that file and start again.`,
  );
}

async function isAbandoned(file: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number(text);
  // Empty: the other process has made the file and is about to write its number.
  return text !== "" && !(Number.isInteger(pid) && isAlive(pid));
}
