import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { closeDatabase } from "@/lib/data/db";
import { useDatabase } from "@/lib/testing/database";
import { ask } from "@/lib/testing/http-server";
import { healthChecks } from "./health";
import { listen } from "./listen";

const database = useDatabase();
let server: Server;
let stopping: boolean;

beforeEach(async () => {
  stopping = false;
  const health = healthChecks(() => stopping);
  server = createServer(async (req, res) => {
    if (!(await health(req, res))) res.writeHead(404).end();
  });
  await listen(server, 0, "127.0.0.1");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const status = async (path: string) => (await ask(server, path)).status;

it("is alive, and ready with a database that answers", async () => {
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(200);
});

it("is alive and not ready while it stops", async () => {
  stopping = true;
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(503);
});

it("is alive and not ready without a database", async () => {
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(503);
  await closeDatabase();
  process.env.DATABASE_URL = database.appUrl;
});

it("leaves other addresses to others", async () => {
  expect(await status("/health")).toBe(404);
});
