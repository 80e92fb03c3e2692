import pg from "pg";
import { DatabaseUnavailable } from "./database-errors";

const OLDEST = 15;

/**
 * Looks whether a database can be used, and says in words why not.
 *
 * @param url Address such as postgresql://user:password@host:5432/name.
 * @returns The major version of the server.
 */
export async function checkDatabase(url: string): Promise<{ version: number }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num') AS version",
    );
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (version < OLDEST) {
      throw new DatabaseUnavailable(
        "too-old",
        `DATABASE_URL leads to PostgreSQL ${version}. Precept needs ${OLDEST} or newer.`,
      );
    }
    return { version };
  } catch (error) {
    throw inWords(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function inWords(error: unknown, url: string): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const code = (error as { code?: string } | null)?.code ?? "";
  const place = placeOf(url);
  const options = { cause: error };
  if (code === "28P01" || code === "28000") {
    return new DatabaseUnavailable(
      "wrong-password",
      `PostgreSQL at ${place} refused the user or the password in DATABASE_URL. Correct them and start again.`,
      options,
    );
  }
  if (code === "3D000") {
    return new DatabaseUnavailable(
      "no-database",
      `PostgreSQL at ${place} has no database of the name in DATABASE_URL. Create it and start again.`,
      options,
    );
  }
  return new DatabaseUnavailable(
    "unreachable",
    `No PostgreSQL answers at ${place}${code ? ` (${code})` : ""}. Start it, or correct DATABASE_URL, or leave DATABASE_URL out to use the built-in database.`,
    options,
  );
}

/** Host and port alone: the address itself holds a password. */
function placeOf(url: string): string {
  try {
    const { hostname, port } = new URL(url);
    return `${hostname}:${port || 5432}`;
  } catch {
    return "the place that DATABASE_URL names (it is no valid address)";
  }
}
