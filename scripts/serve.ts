import { pathToFileURL } from "node:url";
import path from "node:path";
import type { startServer } from "@/server";
import { noteRunningServer } from "./running-server";
import { step } from "./progress";
import { DATA_FOLDER, type OpenDatabase } from "./open-database";

type ServerModule = { startServer: typeof startServer };

/**
 * Serves until somebody stops it. NODE_ENV, PORT and the rest of the settings stand in the environment
 * by now. Production runs the compiled server, development the sources.
 */
export async function serve({ close }: OpenDatabase): Promise<void> {
  const compiled = pathToFileURL(path.resolve(".build/server.mjs")).href;
  const forget = await noteRunningServer(DATA_FOLDER);
  const afterStop = async () => {
    await forget();
    await close();
  };
  try {
    await step("Starting the server", async () => {
      const server = (await (process.env.NODE_ENV === "production"
        ? import(compiled)
        : import("@/server"))) as ServerModule;
      await server.startServer(afterStop);
    });
  } catch (error) {
    await afterStop();
    throw error;
  }
}
