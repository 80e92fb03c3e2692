import { spawn } from "node:child_process";
import { chown, open, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { credentials } from "./account";
import type { Place } from "./place";
import { plainServerError } from "./plain-errors";
import type { Postmaster } from "./postmaster";
import { waitUntilReady } from "./wait-until-ready";

const TRIES = 3;

/**
 * Starts PostgreSQL on a free port of 127.0.0.1. It is a process group of its own: Ctrl-C in the
 * terminal must reach the application first, which stops the database when it has drained.
 */
export async function launch(place: Place, data: string, durable: boolean): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launchOnce(place, data, durable, await freePort());
    } catch (error) {
      // Somebody took the port between our look and PostgreSQL's.
      const portTaken =
        error instanceof Error && /could not bind|Address already in use/.test(error.message);
      if (!portTaken || attempt === TRIES) throw error;
    }
  }
}

async function launchOnce(
  place: Place,
  data: string,
  durable: boolean,
  port: number,
): Promise<Postmaster> {
  const logFile = path.join(place.folder, "server.log");
  // A new file each time: it is for the moments when the start fails.
  const log = await open(logFile, "w", 0o600);
  if (place.account) await chown(logFile, place.account.uid, place.account.gid);
  const child = spawn(place.binaries.postgres, ["-D", data, ...settings(port, durable)], {
    ...credentials(place.account),
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", async () => {
      const words = await readFile(logFile, "utf8").catch(String);
      reject(plainServerError(words, place.folder, "starting"));
    });
  });
  // After a good start nobody waits for this promise any more; its end is the stop we asked for.
  ended.catch(() => undefined);
  const postmaster = await Promise.race([waitUntilReady(data, child.pid), ended]);
  child.unref();
  return postmaster;
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("This machine gave no free port."));
      });
    });
  });
}
