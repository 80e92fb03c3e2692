import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { closeDatabase, db } from "./db";

const database = useDatabase();

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await closeDatabase();
});

describe("db", () => {
  it("is one client for the process", () => {
    expect(db()).toBe(db());
  });

  it("says what to do when no database is named", () => {
    vi.stubEnv("DATABASE_URL", undefined);
    expect(() => db()).toThrow(/DATABASE_URL is not set/);
  });

  it("opens no more connections than it is told to", async () => {
    vi.stubEnv("DATABASE_POOL_SIZE", "2");
    await Promise.all(Array.from({ length: 8 }, () => db().$queryRaw`SELECT pg_sleep(0.02)::text`));
    expect(await connections()).toBe(2);
  });

  it("goes on when the server cut its connections", async () => {
    await db().user.count();
    await asOwner(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    while ((await connections()) > 0) await pause(5);
    expect(await db().user.count()).toBe(0);
  });

  it("prints slow statements while developing, without the values in them", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    vi.stubEnv("NODE_ENV", "development");
    await db().$queryRaw`SELECT ${"ada@example.org"}::text, pg_sleep(0.04)::text`;
    const lines = written.mock.calls.map(([line]) => String(line)).join("");
    expect(lines).toMatch(/slow query, \d+ ms: SELECT \$1::text/);
    expect(lines).not.toContain("ada@example.org");
  });
});

async function asOwner<T>(sql: string): Promise<T[]> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(sql);
  await owner.end();
  return rows as T[];
}

/** How many connections the application has to this file's database. */
async function connections(): Promise<number> {
  const [row] = await asOwner<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'precept'`,
  );
  return row?.n ?? 0;
}
