import { existsSync } from "node:fs";
import { checkDatabase } from "@/lib/data/check-database";
import { closeDatabase } from "@/lib/data/db";
import { startCluster } from "@/lib/data/embedded/cluster";
import { migrate, requireMigrated } from "@/lib/data/migrate";
import { inDataFolder } from "./data-folder";
import { joinUsers } from "./data-users";
import { step } from "./progress";

/** Reads `.env` when there is one; what stands in the environment already wins. */
export function readEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

export interface OpenDatabase {
  /** Ends the connections, and the embedded database itself when nobody else uses it. */
  close: () => Promise<void>;
}

/**
 * Makes a migrated database ready and points DATABASE_URL to it: the one that DATABASE_URL names, or
 * else the embedded one. One that another process started, or left behind when it was
 * killed, is used as it is.
 *
 * @param tables `"only read"` changes nothing in an outside database and so needs no right to.
 */
export async function openDatabase(
  tables: "up to date" | "only read" = "up to date",
): Promise<OpenDatabase> {
  readEnvFile();
  const outside = process.env.DATABASE_URL;
  if (outside) {
    await step("Looking for the database", () => checkDatabase(outside), {
      done: ({ version }) => `Database ready (PostgreSQL ${version})`,
    });
    await (tables === "only read" ? requireMigrated(outside) : migrateWithWords(outside));
    return { close: closeDatabase };
  }
  return openEmbedded();
}

async function openEmbedded(): Promise<OpenDatabase> {
  const folder = inDataFolder("postgres");
  const isNew = !existsSync(folder);
  // PostgreSQL died under us, or came back; a server turns this into a line of its log.
  const onNotice = (line: string) => console.warn(line);
  const leave = await joinUsers();
  const cluster = await step("Starting the database", () => startCluster(folder, { onNotice }), {
    done: ({ adopted }) => (adopted ? "Database runs already" : "Database ready"),
    slow: isNew ? "making it for the first time" : "",
  });
  if (cluster.note) console.log(`  ${cluster.note}`);
  const close = async () => {
    await closeDatabase();
    await leave();
    // The last process to leave stops it; the others only leave.
    await cluster.stop();
  };
  try {
    await migrateWithWords(cluster.url);
  } catch (error) {
    await close();
    throw error;
  }
  process.env.DATABASE_URL = cluster.appUrl;
  return { close };
}

async function migrateWithWords(url: string): Promise<void> {
  await step("Bringing the tables up to date", () => migrate(url), {
    done: ({ applied }) =>
      applied.length > 0 ? `Tables up to date (${applied.length} changes)` : "Tables up to date",
  });
}
