import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startCluster, type Cluster } from "./cluster";
import { plainFileError, plainServerError } from "./plain-errors";

let home: string;
let folder: string;
const running: Cluster[] = [];

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), "precept-cluster-"));
  // Made for its owner alone; the account that PostgreSQL runs under must come through.
  await chmod(home, 0o755);
  folder = path.join(home, "postgres");
});

afterEach(async () => {
  for (const cluster of running.splice(0)) await cluster.stop();
  await rm(home, { recursive: true, force: true });
});

async function start(): Promise<Cluster> {
  const cluster = await startCluster(folder, { durable: false });
  running.push(cluster);
  return cluster;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

describe("an embedded cluster", () => {
  it("keeps what was written over a stop and a start", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second.url, "SELECT word FROM kept")).toEqual([{ word: "still here" }]);
  });

  it("is adopted when the process that started it was killed", async () => {
    const child = spawn(process.execPath, [
      "--import",
      "tsx",
      "lib/testing/start-and-die.ts",
      folder,
    ]);
    let url = "";
    child.stdout.on("data", (data) => (url += String(data)));
    await new Promise((resolve) => child.once("close", resolve));
    expect(url).toMatch(/^postgresql:/);
    const adopted = await start();
    expect(adopted).toMatchObject({ adopted: true, url });
  });

  it("is started once when two processes ask for it at the same moment", async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
    expect(both[0].url).toBe(both[1].url);
  });

  it("starts although a stranger has the process id that a crash left behind", async () => {
    const first = await start();
    await first.stop();
    const pidFile = path.join(folder, "cluster", "postmaster.pid");
    // This very process: alive, and no PostgreSQL.
    await writeFile(pidFile, `${process.pid}\n${folder}\n0\n1\n\n\n\nready\n`, { mode: 0o644 });
    expect((await start()).adopted).toBe(false);
  });

  it("refuses the data of another major version and leaves it as it is", async () => {
    const first = await start();
    await first.stop();
    const file = path.join(folder, "cluster", "PG_VERSION");
    await writeFile(file, "14\n");
    await expect(startCluster(folder)).rejects.toMatchObject({ code: "other-version" });
    expect(await readFile(file, "utf8")).toBe("14\n");
  });

  it("lets nobody in without the password", async () => {
    const { url } = await start();
    const guess = url.replace(/:\/\/precept:[^@]+@/, "://precept:guess@");
    await expect(query(guess, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });
});

describe("words for a cluster that does not start", () => {
  it("tell of a full disk", () => {
    expect(
      plainServerError("PANIC: …\nHINT:  Check free disk space.", "/data", "starting"),
    ).toMatchObject({ code: "disk-full", message: expect.stringMatching(/Free some space/) });
  });

  it("tell of a folder one may not write", () => {
    const error = Object.assign(new Error("mkdir"), { code: "EACCES" });
    expect(plainFileError(error, "/data")).toMatchObject({ code: "not-writable" });
  });

  it("repeat PostgreSQL's own when the reason is not known", () => {
    expect(plainServerError("FATAL:  strange", "/data", "starting").message).toMatch(
      /FATAL: {2}strange/,
    );
  });
});
