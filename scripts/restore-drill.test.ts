import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { publishedSpec, publishRelease, twoClauses } from "@/lib/testing/published-spec";
import { ScriptProcess } from "@/lib/testing/script-process";
import { openDatabase, type OpenDatabase } from "./open-database";

// What the README says about backups, done by the book: QUALITY F15.
const SLOW_MS = 240_000;

let home: string;
let data: string;
let before: string | undefined;

beforeEach(async () => {
  before = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  home = await mkdtemp(path.join(os.tmpdir(), "precept-drill-"));
  // PostgreSQL does not run as root: its account must be able to go in.
  await chmod(home, 0o755);
  data = path.join(home, "data");
  process.env.DATA_FOLDER = data;
});

afterEach(async () => {
  delete process.env.DATA_FOLDER;
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  await rm(home, { recursive: true, force: true });
});

const open = async (): Promise<OpenDatabase> => {
  delete process.env.DATABASE_URL;
  return openDatabase();
};

async function verify(): Promise<string> {
  const script = new ScriptProcess("verify", { DATA_FOLDER: data });
  expect(await script.end(), script.output).toBe(0);
  return script.output;
}

const headOf = (output: string) => /head ([0-9a-f]{64})/.exec(output)![1];

it(
  "a copy of the stopped data folder brings everything back, and verifies",
  async () => {
    const first = await open();
    const spec = await publishedSpec();
    await first.close();
    const noted = await verify();
    const backup = path.join(home, "backup");
    await promisify(execFile)("cp", ["-a", data, backup]);

    const second = await open();
    await publishRelease(spec.id, twoClauses(), "2026-02-20", spec.publisher);
    await second.close();
    expect(headOf(await verify())).not.toBe(headOf(noted));

    await rm(data, { recursive: true });
    await rename(backup, data);
    expect(headOf(await verify()), "the head that was noted with the backup").toBe(headOf(noted));
    const third = await open();
    const labels = await db().release.findMany({
      where: { specId: spec.id },
      select: { label: true },
    });
    expect(labels).toEqual([{ label: "2026-01-10" }]);
    await third.close();
  },
  SLOW_MS,
);

it(
  "what was committed before a power cut is there afterwards, and verifies",
  async () => {
    const first = await open();
    const spec = await publishedSpec();
    // The checkpoint is still being written when everything stops.
    const checkpoint = db()
      .$executeRawUnsafe("CHECKPOINT")
      .catch(() => 0);
    await killPostgres();
    await checkpoint;
    await first.close();

    const output = await verify();
    expect(output).toContain("✓ Every release, candidate and approval is what its hash says.");
    const again = await open();
    expect(await db().release.count({ where: { specId: spec.id } })).toBe(1);
    await again.close();
  },
  SLOW_MS,
);

/** As a power cut: the postmaster first, so that nothing is started again. */
async function killPostgres(): Promise<void> {
  const pidFile = path.join(data, "postgres/cluster/postmaster.pid");
  const postmaster = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  process.kill(postmaster, "SIGKILL");
}
