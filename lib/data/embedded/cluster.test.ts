import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startCluster, type Cluster, type ClusterOptions } from "./cluster";
import { readPostmaster } from "./postmaster";
import { isRunningIn, stopServerIn } from "./stop";

let base: string;
let home: string;
let folder: string;
const processes: ChildProcess[] = [];
const clusters: Cluster[] = [];

beforeAll(async () => {
  base = await newHome();
  await (await startCluster(path.join(base, "postgres"), { durable: false })).stop();
});

afterAll(() => rm(base, { recursive: true }));

beforeEach(async () => {
  home = await newHome();
  folder = path.join(home, "postgres");
});

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill("SIGKILL");
  // Leaving twice does no harm; not leaving would start again what is stopped next.
  for (const cluster of clusters.splice(0)) await cluster.stop();
  await stopServerIn(folder);
  await rm(home, { recursive: true });
});

async function newHome(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), "precept-cluster-"));
  // As root, PostgreSQL's own account must get through to its part.
  await chmod(made, 0o711);
  return made;
}

/** A cluster that was made and stopped before; copied with its owners, which is quicker than initdb. */
const useExisting = () => execFileSync("cp", ["-a", path.join(base, "postgres"), folder]);

/** Another process that takes part in the cluster. */
function holder() {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "lib/testing/hold-cluster.ts", folder],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  processes.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  return {
    child,
    ready: async () => JSON.parse(await next()) as { url: string; adopted: boolean },
    leave: () => (child.stdin.end(), next()),
    kill: () => (child.kill("SIGKILL"), once(child, "exit")),
  };
}

async function start(options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await startCluster(folder, { durable: false, ...options });
  clusters.push(cluster);
  return cluster;
}

const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

describe("startCluster", () => {
  it("makes a cluster whose application role can change no table", async () => {
    const cluster = await start();
    await ask(cluster.url, "CREATE TABLE kept (n int)");
    await expect(ask(cluster.appUrl, "DROP TABLE kept")).rejects.toThrow(/must be owner/);
    await expect(ask(cluster.appUrl, "CREATE TABLE more (n int)")).rejects.toThrow(/denied/);
    expect(await cluster.stop()).toBe("stopped");
    expect(await isRunningIn(folder)).toBe(false);
  });

  it("lets nobody in without the password", async () => {
    useExisting();
    const { url } = await start();
    const guess = Object.assign(new URL(url), { password: "guess" }).href;
    await expect(ask(guess, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("keeps what was written from one start to the next", async () => {
    useExisting();
    const first = await start();
    await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS n");
    await first.stop();
    const second = await start();
    expect(await ask(second.url, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
    await second.stop();
  });

  it("joins a running one; the last that leaves stops it, whoever started it", async () => {
    useExisting();
    const other = holder();
    const { adopted, url } = await other.ready();
    expect(adopted).toBe(false);
    const cluster = await start();
    expect(cluster).toMatchObject({ adopted: true, url });
    expect(await other.leave()).toBe("left running");
    expect(await cluster.stop()).toBe("stopped");
  });

  it("lets several processes start at the same moment, from nothing", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => holder().ready()));
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1);
    expect(answers.filter(({ adopted }) => !adopted)).toHaveLength(1);
    expect(await readdir(home)).toEqual(["postgres"]);
  });

  it("is stopped by exactly one of several that leave at the same moment", async () => {
    useExisting();
    const all = [1, 2, 3].map(holder);
    await Promise.all(all.map(({ ready }) => ready()));
    const ends = await Promise.all(all.map(({ leave }) => leave()));
    expect(ends.sort()).toEqual(["left running", "left running", "stopped"]);
    expect(await isRunningIn(folder)).toBe(false);
  });

  it("keeps no process alive that has nothing else to do", async () => {
    useExisting();
    const program = `import("./lib/data/embedded/cluster.ts").then(
      ({ startCluster }) => startCluster(${JSON.stringify(folder)}, { durable: false }))`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program];
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await isRunningIn(folder)).toBe(true);
  });

  it("adopts the server that a killed process left behind", async () => {
    useExisting();
    const killed = holder();
    const { url } = await killed.ready();
    await killed.kill();
    const cluster = await start();
    expect(cluster).toMatchObject({ adopted: true, url });
    expect(await cluster.stop()).toBe("stopped");
  });

  it("starts after a process was killed while it made the cluster", async () => {
    const killed = holder();
    while (!(await readdir(home)).some((name) => name.includes(".new-"))) await tick();
    await killed.kill();
    const cluster = await start();
    expect(await readdir(home)).toEqual(["postgres"]);
    await cluster.stop();
  });

  it("starts the server again at the same address when it is killed under us", async () => {
    useExisting();
    const notices: string[] = [];
    const notified = new EventEmitter();
    // Durable: without it a crash may cost the last moments.
    const cluster = await start({
      durable: true,
      onNotice: (line) => {
        notices.push(line);
        notified.emit(line);
      },
    });
    const back = once(notified, "the database is back");
    await ask(cluster.url, "CREATE TABLE kept AS SELECT 1 AS n");
    process.kill((await postmaster()).pid, "SIGKILL");
    await back;
    expect(await ask(cluster.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    expect(notices).toHaveLength(2);
    expect(await cluster.stop()).toBe("stopped");
  });

  it("is not misled by a postmaster.pid whose number now belongs to another process", async () => {
    useExisting();
    const stranger = spawn("sleep", ["60"]);
    processes.push(stranger);
    const lines = [
      stranger.pid,
      path.join(folder, "cluster"),
      1,
      5432,
      "",
      "127.0.0.1",
      "",
      "ready",
    ];
    await writeFile(path.join(folder, "cluster/postmaster.pid"), `${lines.join("\n")}\n`);
    const cluster = await start();
    expect(cluster.adopted).toBe(false);
    expect(stranger.exitCode).toBeNull();
    await cluster.stop();
  });

  it("refuses a data folder of another major version in words that help", async () => {
    useExisting();
    await writeFile(path.join(folder, "cluster/PG_VERSION"), "12\n");
    await expect(start()).rejects.toMatchObject({
      code: "other-version",
      message: expect.stringMatching(/PostgreSQL 12.*PostgreSQL 18/),
    });
  });

  it("writes nothing into the server's log that people wrote", async () => {
    useExisting();
    const cluster = await start();
    await ask(cluster.url, "CREATE TABLE person (email text PRIMARY KEY)");
    const twice = "INSERT INTO person VALUES ('ada@example.org')";
    await ask(cluster.url, twice);
    await expect(ask(cluster.url, twice)).rejects.toThrow(/duplicate key/);
    await cluster.stop();
    const log = await readFile(path.join(folder, "server.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("ada@example.org");
  });
});

async function postmaster() {
  const found = await readPostmaster(path.join(folder, "cluster"));
  if (!found) throw new Error("No server runs.");
  return found;
}

const tick = () => new Promise((resolve) => setImmediate(resolve));
