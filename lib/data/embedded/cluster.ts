import { existsSync } from "node:fs";
import path from "node:path";
import { createDatabase } from "./create-database";
import { initialise } from "./initialise";
import { readPasswords } from "./passwords";
import { findPlace, type Place } from "./place";
import { launch } from "./launch";
import { isPostgresOf, readPostmaster, setAsideStale, type Postmaster } from "./postmaster";
import { requireSameMajor } from "./major-version";
import { withStartLock } from "./start-lock";
import { stopPostgres } from "./stop";
import { waitUntilReady } from "./wait-until-ready";

/** A PostgreSQL of our own that is ready for connections. */
export interface Cluster {
  /** Address for its owner, who may change tables. */
  url: string;
  /** Address for the running application, which may not: its role cannot switch off a guard. */
  appUrl: string;
  /** Address of another database in the same cluster. */
  urlOf: (database: string, role: "owner" | "app") => string;
  /** Something people should know, in one line. */
  note: string | null;
  /** It ran already, left behind by a process that was killed or started by one that still runs. */
  adopted: boolean;
  stop: () => Promise<void>;
}

export interface ClusterOptions {
  /** False gives up safety against a power cut for speed: for tests. */
  durable?: boolean;
}

/**
 * Starts PostgreSQL in a folder, or adopts the one that runs there already.
 *
 * @param folder Absolute path; made when missing.
 * @throws DatabaseUnavailable with words that say what to do: disk full, not writable, another major
 *   version, no program for this machine.
 */
export async function startCluster(
  folder: string,
  { durable = true }: ClusterOptions = {},
): Promise<Cluster> {
  const place = await findPlace(folder);
  return withStartLock(place, async () => {
    const data = path.join(place.folder, "cluster");
    if (!existsSync(path.join(data, "PG_VERSION"))) await initialise(place, data, durable);
    await requireSameMajor(data, place.binaries.major);
    const { postmaster, adopted } = await runningOrLaunched(place, data, durable);
    const passwords = await readPasswords(place.folder);
    const urlOf: Cluster["urlOf"] = (database, role) => {
      const [user, password] =
        role === "owner" ? ["precept", passwords.owner] : ["precept_app", passwords.app];
      return `postgresql://${user}:${password}@127.0.0.1:${postmaster.port}/${database}`;
    };
    await createDatabase(urlOf("postgres", "owner"), "precept", passwords.app);
    return {
      url: urlOf("precept", "owner"),
      appUrl: urlOf("precept", "app"),
      urlOf,
      note: place.note,
      adopted,
      stop: () => stopPostgres(place, data),
    };
  });
}

async function runningOrLaunched(
  place: Place,
  data: string,
  durable: boolean,
): Promise<{ postmaster: Postmaster; adopted: boolean }> {
  const found = await readPostmaster(data);
  if (found && (await isPostgresOf(found.pid, data))) {
    return { postmaster: await waitUntilReady(data, found.pid), adopted: true };
  }
  if (found) await setAsideStale(data, found);
  return { postmaster: await launch(place, data, durable), adopted: false };
}
