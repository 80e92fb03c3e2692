import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { db } from "@/lib/data/db";
import { isAlive } from "@/lib/data/embedded/postmaster";
import { copyDatabase } from "./copy-database";
import { useDatabase } from "./database";
import { startTestCluster } from "./test-cluster";

const database = useDatabase();

describe("useDatabase", () => {
  it("leads db() to a migrated and empty database of this file", async () => {
    const [row] = await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
    expect(database.appUrl).toContain(String(row?.name));
    expect(await db().user.count()).toBe(0);
  });

  it("runs as the application's role, as the product does", async () => {
    const [row] = await db().$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
    expect(row?.role).toBe(new URL(inject("cluster").appUrl).username);
  });

  it("hands out copies that know nothing of each other", async () => {
    const copies = await Promise.all([1, 2, 3, 4].map(() => copyDatabase(inject("cluster"))));
    expect(new Set(copies.map(({ name }) => name)).size).toBe(4);
    await Promise.all(copies.map(({ drop }) => drop()));
  });
});

describe("startTestCluster", () => {
  it("uses the PostgreSQL it is given, and leaves nothing there", async () => {
    const { ownerUrl } = inject("cluster");
    const admin = new pg.Client({ connectionString: ownerUrl.replace("%s", "postgres") });
    await admin.connect();
    const names = async () => {
      const sql = `SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles`;
      const { rows } = await admin.query<{ datname: string }>(sql);
      return rows.map(({ datname }) => datname).filter((name) => name.startsWith("precept_test"));
    };
    const cluster = await startTestCluster(ownerUrl.replace("%s", "postgres"));
    expect(await names()).toEqual([cluster.template, cluster.template]);
    const copy = await copyDatabase(cluster);
    const app = new pg.Client({ connectionString: copy.appUrl });
    await app.connect();
    await expect(app.query(`DROP TABLE "Spec"`)).rejects.toThrow(/must be owner/);
    await app.end();
    await copy.drop();
    await cluster.stop();
    expect(await names()).toEqual([]);
    await admin.end();
  });

  it("clears away what a killed run left, its server included", async () => {
    const run = spawn(process.execPath, ["--import", "tsx", "lib/testing/hold-test-cluster.ts"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(createInterface({ input: run.stdout }), "line")) as [string];
    const { folder, serverPid } = JSON.parse(line) as { folder: string; serverPid: number };
    run.kill("SIGKILL");
    await once(run, "exit");
    expect(isAlive(serverPid)).toBe(true);

    await (await startTestCluster()).stop();
    expect(existsSync(folder)).toBe(false);
    expect(isAlive(serverPid)).toBe(false);
  });
});
