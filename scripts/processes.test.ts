import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/lib/data/embedded/free-port";
import { portOf } from "@/lib/testing/http-server";
import { ScriptProcess } from "@/lib/testing/script-process";

// The build comes first when the sources changed; a busy machine takes its time.
const BUILD_MS = 300_000;
const SECRET = { AUTH_SECRET: "a secret for tests that nobody keeps" };

let DATA_FOLDER: string;
let settings: Record<string, string>;
let running: ScriptProcess | undefined;

beforeAll(async () => {
  // PostgreSQL does not run as root: its account must be able to go in.
  DATA_FOLDER = await mkdtemp(path.join(os.tmpdir(), "precept-scripts-"));
  await chmod(DATA_FOLDER, 0o755);
  settings = { ...SECRET, DATA_FOLDER, PORT: String(await freePort()) };
  const build = new ScriptProcess("build", {});
  expect(await build.end(), build.output).toBe(0);
}, BUILD_MS);

afterEach(async () => {
  running?.signal("SIGKILL");
  await running?.end();
  running = undefined;
});

afterAll(async () => {
  await new ScriptProcess("reset", { DATA_FOLDER }, ["--yes"]).end();
  await rm(DATA_FOLDER, { recursive: true, force: true });
});

async function start(): Promise<ScriptProcess> {
  running = new ScriptProcess("start", settings);
  await running.says(/Precept is at http:\/\/localhost:\d+/);
  return running;
}

const address = (pathname: string) => `http://localhost:${settings.PORT}${pathname}`;
const databaseRuns = () => existsSync(path.join(DATA_FOLDER, "postgres/cluster/postmaster.pid"));

describe("npm start", { timeout: 120_000 }, () => {
  it("serves, shows the way in once, and stops in order on Ctrl-C", async () => {
    const server = await start();
    expect((await fetch(address("/readyz"))).status).toBe(200);
    const [link] = await server.says(/http:\/\/localhost:\d+\/invitation\/[\w-]+/);
    expect((await fetch(link)).status).toBe(200);
    server.signal("SIGINT");
    // npm passes on the key press that the terminal has sent already.
    server.signal("SIGINT");
    expect(await server.end(), server.output).toBe(0);
    expect(databaseRuns()).toBe(false);
    expect(await readdir(path.join(DATA_FOLDER, "users"))).toEqual([]);
  });

  it("never writes the secret of a link into its log", async () => {
    const server = await start();
    const [link, secret] = await server.says(/http:\S+\/invitation\/([\w-]+)/);
    await fetch(link);
    await server.says(/"path":"\/invitation\/…"/);
    expect(server.output.split(String(secret))).toHaveLength(2);
    server.signal("SIGTERM");
    expect(await server.end(), server.output).toBe(0);
  });

  it("starts again after it was killed, on the database that was left running", async () => {
    const killed = await start();
    killed.signal("SIGKILL");
    await killed.end();
    expect(databaseRuns()).toBe(true);
    const server = await start();
    expect(server.output).toContain("Database runs already");
    expect((await fetch(address("/readyz"))).status).toBe(200);
    server.signal("SIGTERM");
    expect(await server.end(), server.output).toBe(0);
    expect(databaseRuns()).toBe(false);
  });

  it("leaves the database to others who use it, and is not reset under them", async () => {
    const first = await start();
    const verify = new ScriptProcess("verify", { DATA_FOLDER });
    expect(await verify.end(), verify.output).toBe(0);
    expect(verify.output).toMatch(/Audit log: \d+ events, head [0-9a-f]{64}/);
    expect((await fetch(address("/readyz"))).status).toBe(200);
    const reset = new ScriptProcess("reset", { DATA_FOLDER }, ["--yes"]);
    expect(await reset.end()).toBe(1);
    expect(reset.output).toMatch(/running on this data \(process \d+\)\. Stop it first/);
    first.signal("SIGTERM");
    expect(await first.end()).toBe(0);
    expect(databaseRuns()).toBe(false);
  });
});

describe("what the scripts say when they cannot go on", { timeout: 60_000 }, () => {
  const untouched = path.join(os.tmpdir(), "precept-never-made");

  it.each<[string, string, Record<string, string>, RegExp]>([
    ["no secret", "start", {}, /AUTH_SECRET is missing. Make one with: node -p/],
    ["a port in words", "start", { ...SECRET, PORT: "http" }, /PORT must be a whole number/],
    [
      "a server without a name",
      "start",
      { ...SECRET, HOST: "0.0.0.0" },
      /APP_URL is missing. HOST=0.0.0.0 opens Precept/,
    ],
    [
      "no database there",
      "setup",
      { DATABASE_URL: "postgresql://precept:hunter2@127.0.0.1:1/precept" },
      /No PostgreSQL answers at 127.0.0.1:1/,
    ],
    [
      "reset of an outside database",
      "reset",
      { DATABASE_URL: "postgresql://precept:hunter2@127.0.0.1:1/precept" },
      /reset never touches an outside database/,
    ],
    ["reset without a yes", "reset", {}, /Say --yes to reset without being asked/],
  ])("%s", async (_, script, variables, words) => {
    const stopped = new ScriptProcess(script, { DATA_FOLDER: untouched, ...variables });
    expect(await stopped.end()).toBe(1);
    expect(stopped.output).toMatch(words);
    expect(stopped.output).not.toMatch(/hunter2|\n\s+at /);
    expect(existsSync(untouched)).toBe(false);
  });

  it.each(["start", "demo", "dev"])("%s: a taken port", async (script) => {
    const other = await listening();
    const PORT = String(portOf(other));
    const stopped = new ScriptProcess(script, { ...SECRET, DATA_FOLDER: untouched, PORT });
    expect(await stopped.end()).toBe(1);
    expect(stopped.output).toContain(`Port ${PORT} is taken by another program.`);
    expect(existsSync(untouched)).toBe(false);
    other.close();
  });
});

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
