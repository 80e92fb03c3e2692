import pg from "pg";

/** Makes a database and the application's role when they are missing. */
export async function createDatabase(
  ownerUrl: string,
  name: string,
  appPassword: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const roles = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'precept_app'");
    if (roles.rowCount === 0) {
      await client.query(
        `CREATE ROLE precept_app LOGIN PASSWORD ${client.escapeLiteral(appPassword)}`,
      );
    }
    const databases = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (databases.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}
