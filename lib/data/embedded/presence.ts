import { realpath } from "node:fs/promises";
import pg from "pg";
import { clusterIn, type Place } from "./place";

// Every process that uses a cluster holds one connection of this name for as long as it does.
const NAME = "precept presence";

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

/** How many other processes take part. */
export async function countOthers(presence: pg.Client): Promise<number> {
  try {
    const { rows } = await presence.query<{ others: number }>(
      "SELECT count(*)::int AS others FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()",
      [NAME],
    );
    return rows[0]?.others ?? 0;
  } catch {
    // The server died a moment ago: nobody is there, and stopping what is left harms nobody.
    return 0;
  }
}
