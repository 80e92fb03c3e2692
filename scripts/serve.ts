import path from "node:path";
import { pathToFileURL } from "node:url";
import type { startServer } from "@/server";
import { onInterrupt } from "./on-interrupt";
import { openDatabase } from "./open-database";
import { step } from "./progress";

type ServerModule = { startServer: typeof startServer };

/**
 * Opens the database, prepares, and serves in this very process until somebody stops it; the server
 * then closes the database after its last request. NODE_ENV, PORT and the rest of the settings stand in
 * the environment by now. Production runs the compiled server, development the sources.
 *
 * @param prepare What must be there before the first request. The database is open.
 * @returns What `prepare` gave, once the server takes requests.
 */
export async function serve<T>(prepare: () => Promise<T>): Promise<T> {
  const { close } = await openDatabase();
  const release = onInterrupt(close);
  try {
    const prepared = await prepare();
    await step("Starting the server", async () => {
      const { startServer } = await loadServer();
      await startServer(close);
    });
    release();
    return prepared;
  } catch (error) {
    await close();
    throw error;
  }
}

function loadServer(): Promise<ServerModule> {
  if (process.env.NODE_ENV === "development") return import("@/server");
  return import(pathToFileURL(path.resolve(".build/server.mjs")).href);
}
