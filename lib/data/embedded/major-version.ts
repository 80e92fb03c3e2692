import { readFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseUnavailable } from "../database-errors";

/** @throws DatabaseUnavailable "other-version" when the folder was written by another PostgreSQL. */
export async function requireSameMajor(data: string, major: number): Promise<void> {
  const written = (await readFile(path.join(data, "PG_VERSION"), "utf8")).trim();
  if (written === String(major)) return;
  throw new DatabaseUnavailable(
    "other-version",
    `The database in ${data} was written by PostgreSQL ${written}; this Precept brings PostgreSQL ${major}, which cannot open it. Start the Precept that wrote it, make a backup there and restore it here. Nothing was changed.`,
  );
}
