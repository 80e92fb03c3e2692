import { existsSync } from "node:fs";
import path from "node:path";
import { checkDatabase } from "@/lib/data/check-database";
import { closeDatabase } from "@/lib/data/db";
import { startCluster } from "@/lib/data/embedded/cluster";
import { migrate } from "@/lib/data/migrate";
import { step } from "./progress";

export const DATA_FOLDER = path.resolve(".data");
const CLUSTER_FOLDER = path.join(DATA_FOLDER, "postgres");

/** Reads `.env` when there is one; what stands in the environment already wins. */
export function readEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

export interface OpenDatabase {
  /** Ends the connections, and the database itself when it was started here. */
  close: () => Promise<void>;
}

/**
 * Makes a migrated database ready and points DATABASE_URL to it: the one that DATABASE_URL names, or
 * else the embedded one under .data. A database that another process runs already is used and left
 * running.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  readEnvFile();
  const outside = process.env.DATABASE_URL;
  if (outside) {
    await step("Looking for the database", () => checkDatabase(outside), {
      done: ({ version }) => `Database ready (PostgreSQL ${version})`,
    });
    await migrateWithWords(outside);
    return { close: closeDatabase };
  }
  const isNew = !existsSync(path.join(CLUSTER_FOLDER, "cluster"));
  const cluster = await step("Starting the database", () => startCluster(CLUSTER_FOLDER), {
    done: ({ adopted }) => (adopted ? "Database runs already" : "Database ready"),
    slow: isNew ? "making it for the first time" : "",
  });
  if (cluster.note) console.log(`  ${cluster.note}`);
  try {
    await migrateWithWords(cluster.url);
  } catch (error) {
    if (!cluster.adopted) await cluster.stop();
    throw error;
  }
  process.env.DATABASE_URL = cluster.appUrl;
  return {
    close: async () => {
      await closeDatabase();
      await cluster.stop();
    },
  };
}

async function migrateWithWords(url: string): Promise<void> {
  await step("Bringing the tables up to date", () => migrate(url), {
    done: ({ applied }) =>
      applied.length > 0 ? `Tables up to date (${applied.length} changes)` : "Tables up to date",
  });
}
