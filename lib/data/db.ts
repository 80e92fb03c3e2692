import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

const POOL_SIZE = 10;
const SLOW_MS = 20;

type Database = ReturnType<typeof open>;

// One client for the whole process: Next loads this file once for each of its bundles.
const shared = globalThis as { preceptDatabase?: { url: string; client: Database } };

/**
 * The database. Opened at the first call, so that building the application needs none.
 *
 * DATABASE_URL is read here and not through lib/env.ts: tests and scripts need a database without the
 * rest of a server's settings.
 */
export function db(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) {
    throw new Error(
      "DATABASE_URL is not set. The npm scripts start a database and set it; see the README.",
    );
  }
  if (shared.preceptDatabase?.url !== url) shared.preceptDatabase = { url, client: open(url) };
  return shared.preceptDatabase.client;
}

/** Ends all connections; the next db() opens new ones. */
export async function closeDatabase(): Promise<void> {
  const open = shared.preceptDatabase;
  shared.preceptDatabase = undefined;
  await open?.client.$disconnect();
}

function open(url: string) {
  const max = Number(process.env.DATABASE_POOL_SIZE || POOL_SIZE);
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max, application_name: "precept" }),
    log: [{ emit: "event", level: "query" }],
  });
  if (process.env.NODE_ENV === "development") {
    client.$on("query", ({ query, duration }) => {
      // The statement holds places for values ($1), never the values.
      if (duration > SLOW_MS)
        process.stderr.write(`slow query, ${Math.round(duration)} ms: ${query}\n`);
    });
  }
  return client;
}
