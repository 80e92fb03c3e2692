import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseUnavailable } from "../database-errors";
import { credentials } from "./account";
import { draftOf, removeDraftsOf } from "./drafts";
import { requireSameMajor } from "./major-version";
import { readPasswords, writePasswords, type Passwords } from "./passwords";
import { clusterIn, type Place } from "./place";
import { plainFileError, plainServerError } from "./plain-errors";

/** Owns every table and runs the migrations. */
export const OWNER = "precept";

/**
 * Makes the cluster unless it exists.
 *
 * It is made beside its place and moved there in one step: a killed process leaves no half cluster,
 * and of two processes that start at once one simply comes second.
 *
 * @returns The passwords of the cluster.
 * @throws DatabaseUnavailable when the disk is full, the folder is closed to us, or the cluster
 *   belongs to another major version.
 */
export async function ensureInitialised(place: Place, durable: boolean): Promise<Passwords> {
  try {
    await removeDraftsOf(place.folder);
    if (!isInitialised(place)) await initialise(place, durable);
    await requireSameMajor(clusterIn(place), place.binaries.major);
    return await readPasswords(place.folder);
  } catch (error) {
    throw plainFileError(error, place.folder);
  }
}

async function initialise(place: Place, durable: boolean): Promise<void> {
  const draft = draftOf(place.folder);
  try {
    await mkdir(draft);
    // PostgreSQL's account must get through to its own part; the passwords beside it stay closed.
    await chmod(draft, 0o711);
    const { owner } = await writePasswords(draft);
    await makeCluster(place, draft, owner, durable);
    await rename(draft, place.folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const cameSecond = isInitialised(place);
    if (!cameSecond) throw error;
  }
}

async function makeCluster(
  place: Place,
  draft: string,
  password: string,
  durable: boolean,
): Promise<void> {
  const cluster = clusterIn({ folder: draft });
  const passwordFile = path.join(draft, "owner.password");
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (place.account) {
    await chown(cluster, place.account.uid, place.account.gid);
    await chown(passwordFile, place.account.uid, place.account.gid);
  }
  await runInitdb(place, [
    `--pgdata=${cluster}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own collation: it sorts alike on every system, whose own changes with its updates,
    // and folds the letters of all scripts.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ]);
  await rm(passwordFile);
}

async function runInitdb(place: Place, args: string[]): Promise<void> {
  const child = spawn(place.binaries.initdb, args, {
    ...credentials(place.account),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", (cause) => reject(cannotRun(place.binaries.initdb, cause)));
    child.on("close", resolve);
  });
  if (status !== 0) throw plainServerError(output, place.folder, "it made its data folder");
}

/** The system refused to run a program of PostgreSQL at all. */
export function cannotRun(program: string, cause: Error): DatabaseUnavailable {
  return new DatabaseUnavailable(
    "cannot-run",
    `${program} cannot be run here (${cause.message}). It needs a system with glibc (Alpine has none). Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    { cause },
  );
}

// The folder appears complete or not at all. Its inside may be closed to us when we are no longer who
// made it, and must not be taken for missing then.
const isInitialised = (place: Place) => existsSync(clusterIn(place));
