import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import createNext from "next";
import type { Env } from "@/lib/env";

export interface OpenNext {
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  /** Never listens; hot reload is reached by emitting "upgrade" on it. */
  side: Server;
  close: () => Promise<void>;
}

/**
 * Starts Next inside our own server.
 *
 * It gets a server of its own that never listens: at the first request it adds an upgrade listener to
 * whatever server it finds, and that listener ends sockets that are ours.
 */
export async function openNext({ NODE_ENV, PORT }: Env): Promise<OpenNext> {
  const side = createServer();
  const app = createNext({
    dev: NODE_ENV === "development",
    dir: process.cwd(),
    hostname: "localhost",
    port: PORT,
    httpServer: side,
  });
  await app.prepare();
  const handler = app.getRequestHandler();
  return {
    handle: (req, res) => handler(req, res),
    side,
    close: () => app.close(),
  };
}
