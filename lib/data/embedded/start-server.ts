import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { open, rename, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { credentials } from "./account";
import { cannotRun } from "./initialise";
import { clusterIn, type Place } from "./place";
import { plainServerError } from "./plain-errors";
import { readPostmaster } from "./postmaster";

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  // No socket file: it would need a folder that every account can reach, and a lock beside it.
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_checkpoints=off",
  // The log must hold nothing people wrote: no statements and no details such as
  // "Key (email)=(…) already exists".
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
  "log_parameter_max_length=0",
  "log_parameter_max_length_on_error=0",
];

// For tests only: a power cut may eat all of it.
const THROWAWAY = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
];

const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Starts PostgreSQL detached from us: Ctrl-C reaches the application first, which then stops it.
 *
 * @param port The port to take.
 * @returns "ready", "taken" (the port is in use) or "second" (another process starts this cluster).
 * @throws DatabaseUnavailable when PostgreSQL gives up for another reason.
 */
export async function startServer(
  place: Place,
  port: number,
  durable: boolean,
): Promise<"ready" | "taken" | "second"> {
  const cluster = clusterIn(place);
  const log = path.join(place.folder, "server.log");
  await keepLogSmall(log);
  const logStart = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  const settings = [...SETTINGS, ...(durable ? [] : THROWAWAY)].flatMap((s) => ["-c", s]);
  const logHandle = openSync(log, "a", 0o600);
  const child = spawn(place.binaries.postgres, ["-D", cluster, "-p", String(port), ...settings], {
    ...credentials(place.account),
    detached: true,
    stdio: ["ignore", logHandle, logHandle],
  });
  closeSync(logHandle);
  const ended = new Promise<"ended">((resolve, reject) => {
    child.on("error", (cause) => reject(cannotRun(place.binaries.postgres, cause)));
    child.on("exit", () => resolve("ended"));
  });
  const gaveUp = new AbortController();
  const ready = untilReady(cluster, () => child.pid, gaveUp.signal);
  const outcome = await Promise.race([ended, ready]).finally(() => gaveUp.abort());
  child.unref();
  if (outcome === "ready") return "ready";
  const output = await readFrom(log, logStart);
  if (/lock file "postmaster.pid" (already exists|is empty)/.test(output)) return "second";
  if (/pre-existing shared memory block/.test(output)) return "second";
  if (/could not bind|Address already in use/.test(output)) return "taken";
  throw plainServerError(output, place.folder, "it started");
}

/** Never gives up by itself: recovery after a crash takes as long as it takes, and ends by exiting. */
async function untilReady(cluster: string, pid: () => number | undefined, gaveUp: AbortSignal) {
  while (!gaveUp.aborted) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.ready && postmaster.pid === pid()) return "ready";
    await wait(15);
  }
  return "ended";
}

async function keepLogSmall(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(log, `${log}.1`);
}

async function readFrom(file: string, start: number): Promise<string> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.max(0, size - start));
    await handle.read(bytes, 0, bytes.length, start);
    return bytes.toString("utf8");
  } finally {
    await handle.close();
  }
}
