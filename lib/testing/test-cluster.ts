import { mkdir, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startCluster } from "@/lib/data/embedded/cluster";
import { isAlive } from "@/lib/data/embedded/postmaster";
import { migrate } from "@/lib/data/migrate";

const PREFIX = "precept-test-";

/** A PostgreSQL for one run of the tests, with a migrated database that others are copied from. */
export interface TestCluster {
  /** Address for the owner, with %s in place of the database's name. */
  ownerUrl: string;
  /** The same for the application's role. */
  appUrl: string;
  template: string;
  stop: () => Promise<void>;
}

/** Starts a throw-away cluster, and clears away those of runs that were killed. */
export async function startTestCluster(): Promise<TestCluster> {
  await clearLeftovers();
  const folder = path.join(os.tmpdir(), `${PREFIX}${process.pid}`);
  await mkdir(folder, { recursive: true });
  const cluster = await startCluster(path.join(folder, "postgres"), { durable: false });
  const stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(cluster.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl: cluster.urlOf("%s", "owner"),
    appUrl: cluster.urlOf("%s", "app"),
    template: "precept",
    stop,
  };
}

async function clearLeftovers(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN;
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = path.join(os.tmpdir(), name);
    // Adopting is the way to get hold of a server whose parent is gone.
    const leftover = await startCluster(path.join(folder, "postgres"), { durable: false });
    await leftover.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
