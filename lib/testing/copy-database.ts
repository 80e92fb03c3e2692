import { randomUUID } from "node:crypto";
import pg from "pg";

export interface DatabaseCopy {
  name: string;
  /** Address for the application's role, as the running server uses. */
  appUrl: string;
  /** Address for the owner, who may do what no running server may. */
  ownerUrl: string;
  drop: () => Promise<void>;
}

/** Copies a migrated database: about 50 ms, against seconds for running all migrations. */
export async function copyDatabase(cluster: {
  ownerUrl: string;
  appUrl: string;
  template: string;
}): Promise<DatabaseCopy> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  // WAL_LOG copies block by block; the other strategy forces two checkpoints and is three times slower.
  await asOwner(
    cluster.ownerUrl,
    `CREATE DATABASE ${name} TEMPLATE ${cluster.template} STRATEGY WAL_LOG`,
  );
  return {
    name,
    appUrl: cluster.appUrl.replace("%s", name),
    ownerUrl: cluster.ownerUrl.replace("%s", name),
    drop: () => asOwner(cluster.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace("%s", "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
