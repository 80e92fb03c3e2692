import type pg from "pg";

// Two processes may come here at once.
const LOCK = 1;

/** Makes a database and the application's role when they are missing. */
export async function createDatabase(
  owner: pg.Client,
  name: string,
  appPassword: string,
): Promise<void> {
  await owner.query("SELECT pg_advisory_lock($1)", [LOCK]);
  const roles = await owner.query("SELECT FROM pg_roles WHERE rolname = 'precept_app'");
  if (roles.rowCount === 0) {
    const password = owner.escapeLiteral(appPassword);
    await owner.query(`CREATE ROLE precept_app LOGIN PASSWORD ${password}`);
  }
  const databases = await owner.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (databases.rowCount === 0) {
    await owner.query(`CREATE DATABASE ${owner.escapeIdentifier(name)}`);
  }
  await owner.query("SELECT pg_advisory_unlock($1)", [LOCK]);
}
