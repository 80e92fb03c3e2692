import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "./postmaster";

/**
 * A folder beside `folder` in which this process makes it; renamed when complete, so that nobody ever
 * meets a half one.
 */
export function draftOf(folder: string): string {
  return `${folder}.new-${process.pid}-${randomBytes(3).toString("hex")}`;
}

/** Removes the drafts of processes that were killed while they made `folder`. */
export async function removeDraftsOf(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.new-`;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(pid)) await rm(path.join(parent, name), { recursive: true, force: true });
  }
}
