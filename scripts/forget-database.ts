import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { findPlace } from "@/lib/data/embedded/place";
import { isPostgresOf, readPostmaster } from "@/lib/data/embedded/postmaster";
import { stopPostgres } from "@/lib/data/embedded/stop";
import { inDataFolder } from "./data-folder";

/** Stops the embedded database, if it was left running, and deletes it. Nobody may be using it. */
export async function forgetDatabase(): Promise<void> {
  const place = await findPlace(inDataFolder("postgres"));
  const data = path.join(place.folder, "cluster");
  const postmaster = existsSync(data) ? await readPostmaster(data) : null;
  if (postmaster && (await isPostgresOf(postmaster.pid, data))) await stopPostgres(place, data);
  await rm(place.folder, { recursive: true, force: true });
  // Only what is ours: DATA_FOLDER may name a folder that holds other things too.
  for (const name of ["postgres", "users", "auth-secret", "demo-unfinished"]) {
    await rm(inDataFolder(name), { recursive: true, force: true });
  }
  await rmdir(inDataFolder()).catch(() => undefined);
}
