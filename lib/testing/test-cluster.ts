import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startCluster } from "@/lib/data/embedded/cluster";
import { isAlive } from "@/lib/data/embedded/postmaster";
import { stopServerIn } from "@/lib/data/embedded/stop";
import { migrate } from "@/lib/data/migrate";
import { useOutsideCluster } from "./outside-cluster";

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

/**
 * The cluster of one run: the one TEST_DATABASE_URL leads to, or else a throw-away one. What killed
 * runs left behind is cleared away first.
 */
export async function startTestCluster(
  outside = process.env.TEST_DATABASE_URL,
): Promise<TestCluster> {
  if (outside) return useOutsideCluster(outside);
  await clearLeftovers();
  const folder = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  // As root, PostgreSQL's own account must get through to its part.
  await chmod(folder, 0o711);
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
    if (!name.startsWith(PREFIX)) continue;
    const pid = Number.parseInt(name.slice(PREFIX.length), 10);
    const folder = path.join(os.tmpdir(), name);
    if (!Number.isInteger(pid) || isAlive(pid) || !(await isOurs(folder))) continue;
    await stopServerIn(path.join(folder, "postgres"));
    await rm(folder, { recursive: true, force: true });
  }
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found !== null && found.uid === (process.getuid?.() ?? found.uid);
}
