import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { MigrationRefused } from "./database-errors";
import { grantToApplication } from "./grant-to-application";

export const MIGRATIONS_FOLDER = path.resolve("prisma/migrations");

// The lock that Prisma's own `migrate deploy` takes, so that the two never run at once.
const PRISMA_LOCK = 72_707_369;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings the tables up to date with prisma/migrations, keeping the books of Prisma's own
 * `migrate deploy` (table _prisma_migrations, SHA-256 checksums), so that either may be used.
 * Several processes may call it at once: one works, the others wait and find nothing to do.
 *
 * @param ownerUrl Address of the database for a role that may change tables.
 * @param application Role of the running application; when it exists it is given the rights it needs.
 * @returns The names of the migrations that were applied now, oldest first.
 * @throws MigrationRefused when the database and the migrations do not fit together; nothing was done.
 */
export async function migrate(
  ownerUrl: string,
  folder = MIGRATIONS_FOLDER,
  application = "precept_app",
): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "precept-migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(BOOKS);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    if (migrations.length > 0) await grantToApplication(client, application);
    return { applied: pending.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

/**
 * Looks whether the tables are those of this version, and changes nothing: for what only reads, with a role
 * that need not own them.
 *
 * @throws MigrationRefused when they are older, newer or half-way.
 */
export async function requireMigrated(url: string, folder = MIGRATIONS_FOLDER): Promise<void> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: "precept-look" });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS books");
    const isNew = (rows as { books: string | null }[])[0]?.books === null;
    const pending = isNew ? migrations : await findPending(client, migrations);
    if (pending.length > 0) {
      throw new MigrationRefused(
        "behind",
        "The tables are those of an older Precept. Start this version once, which brings them up to date, and try again.",
      );
    }
  } finally {
    await client.end();
  }
}

// As Prisma 7 creates it.
const BOOKS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  for (const row of rows) {
    const own = migrations.find(({ name }) => name === row.name);
    if (!own) {
      throw new MigrationRefused(
        "unknown",
        `The database was migrated by a newer Precept (it knows ${row.name}). Start that version, or restore a backup made before it.`,
      );
    }
    if (!row.finished) {
      throw new MigrationRefused(
        "unfinished",
        `The migration ${row.name} stopped half-way in an earlier run of Prisma. Restore the backup made before it, or finish it by hand and mark it with prisma migrate resolve.`,
      );
    }
    if (own.checksum !== row.checksum) {
      throw new MigrationRefused(
        "edited",
        `The migration ${row.name} was edited after it was applied. Put the file back as it was and write a new migration for the change.`,
      );
    }
  }
  const done = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** Tables and books change together or not at all. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new MigrationRefused(
      "failed",
      `The migration ${name} failed and was undone: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
