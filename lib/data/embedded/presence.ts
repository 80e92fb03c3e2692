import { realpath } from "node:fs/promises";
import pg from "pg";
import { clusterIn, type Place } from "./place";

// Every process that uses a cluster holds one connection of this name for as long as it does.
const NAME = "precept presence";
const LEAVING_LOCK = 2;

/**
 * Takes part in a cluster: as long as the connection is open, nobody else stops it.
 *
 * @param ownerUrl Address of the database "postgres" for the owner.
 * @returns Null when this folder's server does not answer there: it is gone, is starting or stopping,
 *   or another server has the port.
 */
export async function joinCluster(place: Place, ownerUrl: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: NAME,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener a lost connection would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    const found = await realpath(rows[0]?.data_directory ?? "");
    if (found === (await realpath(clusterIn(place)))) return client;
  } catch {
    // Whatever the reason, it is not there for us, and the caller looks again at who holds the folder.
  }
  await client.end().catch(() => undefined);
  return null;
}

/**
 * Lets the process end although it takes part; the connection then closes by itself. Not before the
 * last query on it: Node would not wait for the answer.
 */
export function idle(presence: pg.Client): void {
  (presence as pg.Client & Referenced).unref();
}

// What the types of pg leave out.
type Referenced = { ref(): void; unref(): void };

/**
 * Ends our part in a cluster.
 *
 * @returns Whether we were the last, so that the server is to be stopped. Of several that leave at
 *   the same moment exactly one is told so.
 */
export async function leaveCluster(presence: pg.Client): Promise<boolean> {
  (presence as pg.Client & Referenced).ref();
  try {
    await presence.query("SELECT pg_advisory_lock($1)", [LEAVING_LOCK]);
    const { rowCount } = await presence.query(
      "SELECT FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()",
      [NAME],
    );
    // A closed connection stays in the list for a moment; the next that leaves must not count it.
    await presence.query("SET application_name = 'left'");
    return rowCount === 0;
  } catch {
    // The server died a moment ago: nobody is there, and stopping what is left harms nobody.
    return true;
  } finally {
    await presence.end().catch(() => undefined);
  }
}
