import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { DatabaseUnavailable } from "../database-errors";
import { OWNER } from "./initialise";
import type { Passwords } from "./passwords";
import { clusterIn, type Place } from "./place";
import { isPostgresOf, readPostmaster, setAsideStale } from "./postmaster";
import { joinCluster } from "./presence";
import { freePort } from "./free-port";
import { startServer } from "./start-server";

export interface Joined {
  presence: pg.Client;
  port: number;
  /** It ran already. */
  adopted: boolean;
}

const STEP_MS = 50;
// A server that says it is ready lets us in at once, unless it is about to stop.
const READY_BUT_CLOSED_MS = 30_000;

/**
 * Joins the server of a cluster, or starts it when none runs. Of two that start at the same moment
 * PostgreSQL itself lets only one have the data folder; the other joins it.
 *
 * @param samePort Set when others already know the port, so that only this one will do.
 */
export async function joinOrStart(
  place: Place,
  passwords: Passwords,
  { durable, samePort }: { durable: boolean; samePort?: number },
): Promise<Joined> {
  for (;;) {
    const running = await joinRunning(place, passwords);
    if (running) return running;
    const port = samePort ?? (await freePort());
    if ((await startServer(place, port, durable)) === "ready") {
      const presence = await joinCluster(place, adminUrl(passwords, port));
      if (presence) return { presence, port, adopted: false };
    }
    await pause(STEP_MS);
  }
}

/** Null when no server runs and one may be started. */
async function joinRunning(place: Place, passwords: Passwords): Promise<Joined | null> {
  const cluster = clusterIn(place);
  for (let closedMs = 0; closedMs < READY_BUT_CLOSED_MS;) {
    const found = await readPostmaster(cluster);
    if (!found) return null;
    const { port } = found;
    const presence = found.ready ? await joinCluster(place, adminUrl(passwords, port)) : null;
    if (presence) return { presence, port, adopted: true };
    if (!(await isPostgresOf(found.pid, cluster))) {
      await setAsideStale(cluster, found);
      return null;
    }
    // Ours, and starting, recovering (which takes as long as it takes) or stopping.
    await pause(STEP_MS);
    if (found.ready) closedMs += STEP_MS;
  }
  throw new DatabaseUnavailable(
    "failed",
    `A PostgreSQL runs in ${cluster}, but does not let Precept in. See ${place.folder}/server.log; stop that PostgreSQL and start again.`,
  );
}

function adminUrl(passwords: Passwords, port: number): string {
  return `postgresql://${OWNER}:${passwords.owner}@127.0.0.1:${port}/postgres`;
}
