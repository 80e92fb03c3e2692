import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { copyDatabase } from "@/lib/testing/copy-database";
import { useDatabase } from "@/lib/testing/database";
import { differenceTo } from "@/lib/testing/schema-engine";
import { db } from "./db";
import { MigrationRefused } from "./database-errors";
import { migrate, requireMigrated } from "./migrate";

const database = useDatabase();
const SCHEMA = path.resolve("prisma/schema.prisma");

describe("the migrations", () => {
  it("make exactly the tables of schema.prisma", async () => {
    expect(await differenceTo(database.ownerUrl, SCHEMA)).toBeNull();
  });

  it("are seen to differ when the schema has one column more", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "precept-schema-"));
    const changed = path.join(folder, "schema.prisma");
    const text = await readFile(SCHEMA, "utf8");
    await writeFile(changed, text.replace("model Spec {", "model Spec {\n  colour String?"));
    expect(await differenceTo(database.ownerUrl, changed)).toMatch(/ADD COLUMN +"colour" TEXT/);
    await rm(folder, { recursive: true });
  });

  it("are applied once, even by several processes at the same moment", async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl)));
    expect(results.flatMap(({ applied }) => applied)).toEqual([]);
  });
});

describe("requireMigrated", () => {
  it("is content with tables of this version, as a role that may change none", async () => {
    await expect(requireMigrated(database.appUrl)).resolves.toBeUndefined();
  });

  it("says what to do about older ones, and leaves them as they are", async () => {
    const newer = await mkdtemp(path.join(os.tmpdir(), "precept-migrations-"));
    await cp(path.resolve("prisma/migrations"), newer, { recursive: true });
    await mkdir(path.join(newer, "29990101000000_more"));
    await writeFile(
      path.join(newer, "29990101000000_more", "migration.sql"),
      "CREATE TABLE more ();",
    );
    const refused = requireMigrated(database.appUrl, newer);
    await expect(refused).rejects.toThrow(/Start this version once/);
    await rm(newer, { recursive: true });
    expect(await differenceTo(database.ownerUrl, SCHEMA)).toBeNull();
  });
});

describe("migrate", () => {
  const inCopy = async (sql: string) => {
    const copy = await copyDatabase(inject("cluster"));
    const client = new pg.Client({ connectionString: copy.ownerUrl });
    try {
      await client.connect();
      await client.query(sql);
      return await migrate(copy.ownerUrl);
    } finally {
      await client.end();
      await copy.drop();
    }
  };

  it("refuses a migration that was edited after it was applied", async () => {
    const edited = inCopy(`UPDATE _prisma_migrations SET checksum = repeat('0', 64)`);
    await expect(edited).rejects.toThrow(MigrationRefused);
    await expect(edited).rejects.toThrow(/was edited/);
  });

  it("refuses a database of a newer version", async () => {
    const newer = inCopy(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
       VALUES ('x', 'y', '29990101000000_future', now())`,
    );
    await expect(newer).rejects.toThrow(/newer Precept/);
  });

  it("refuses to go on after a migration that stopped half-way", async () => {
    const half = inCopy(`UPDATE _prisma_migrations SET finished_at = NULL`);
    await expect(half).rejects.toThrow(/half-way/);
  });

  it("undoes a migration that fails, and says why", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "precept-migrations-"));
    const bad = "CREATE TABLE kept (id int); SELECT 1/0;";
    await mkdir(path.join(folder, "20990101000000_bad"));
    await writeFile(path.join(folder, "20990101000000_bad", "migration.sql"), bad);
    const copy = await copyDatabase({ ...inject("cluster"), template: "template0" });
    try {
      await expect(migrate(copy.ownerUrl, folder)).rejects.toThrow(/division by zero/);
      const client = new pg.Client({ connectionString: copy.ownerUrl });
      await client.connect();
      const { rows } = await client.query(`SELECT to_regclass('kept') AS kept`);
      await client.end();
      expect(rows).toEqual([{ kept: null }]);
    } finally {
      await copy.drop();
      await rm(folder, { recursive: true });
    }
  });
});

describe("the application's role", () => {
  it("can neither change the tables nor the books of the migrations", async () => {
    const refused = /permission denied|must be owner/;
    await expect(db().$executeRawUnsafe(`DROP TABLE "Spec"`)).rejects.toThrow(refused);
    await expect(
      db().$executeRawUnsafe(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`),
    ).rejects.toThrow(refused);
    await expect(db().$executeRawUnsafe(`DELETE FROM _prisma_migrations`)).rejects.toThrow(refused);
  });

  it("may only read and add to every table that a trigger keeps append-only", async () => {
    const { ownerUrl } = database;
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      await owner.query(`
        CREATE TABLE "Kept for ever" (n int);
        CREATE TRIGGER guard BEFORE UPDATE OR DELETE OR TRUNCATE ON "Kept for ever"
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
      await migrate(ownerUrl, undefined, new URL(database.appUrl).username);
      await expect(owner.query(`UPDATE "Kept for ever" SET n = 1`)).rejects.toThrow(/append-only/);
      await expect(owner.query(`TRUNCATE "Kept for ever"`)).rejects.toThrow(/append-only/);
      expect(await rightsOf("Kept for ever")).toEqual(["INSERT", "SELECT"]);
    } finally {
      await owner.query(`DROP TABLE "Kept for ever"`).finally(() => owner.end());
    }
    expect(await rightsOf("AuditEvent")).toEqual(["INSERT", "SELECT"]);
    expect(await rightsOf("Spec")).toEqual(["DELETE", "INSERT", "SELECT", "UPDATE"]);
  });
});

/** What the application's role may do with the rows of a table. */
async function rightsOf(table: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ right: string }[]>`
    SELECT privilege_type::text AS right FROM information_schema.role_table_grants
    WHERE table_name = ${table} AND grantee = current_user ORDER BY privilege_type`;
  return rows.map(({ right }) => right);
}
