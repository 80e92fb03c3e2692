// The tests in a browser, against the built application on a database of their own: npm run test:e2e
// What follows `--` goes to Playwright: npm run test:e2e -- e2e/specs.spec.ts --headed
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/data/embedded/free-port";
import { startTestCluster } from "@/lib/testing/test-cluster";
import { copyDatabase } from "@/lib/testing/copy-database";
import { findBrowser } from "./browser";
import { build } from "./build-application";
import { main, ScriptStopped, step } from "./progress";

// Playwright empties test-results when it starts.
const LOG_FOLDER = ".build/test-logs";

await main(async () => {
  const browser = findBrowser();
  await build();
  const cluster = await step("Starting a database for the tests", startTestCluster);
  const servers: TestServer[] = [];
  try {
    const { appUrl } = await copyDatabase(cluster);
    await step("Starting the servers", async () => {
      servers.push(await startServer("server", appUrl));
      // The gallery is no part of production; it is looked at where a developer would see it.
      servers.push(await startServer("gallery", appUrl, { LAB: "1" }));
    });
    const [product, gallery] = servers;
    process.exitCode = await runPlaywright({
      ...product?.settings,
      NODE_ENV: "test",
      E2E_URL: String(product?.settings.APP_URL),
      E2E_GALLERY_URL: String(gallery?.settings.APP_URL),
      E2E_BROWSER: browser,
    });
  } finally {
    for (const server of servers) await server.stop();
    await cluster.stop();
  }
});

interface TestServer {
  settings: Record<string, string>;
  stop: () => Promise<void>;
}

async function startServer(
  name: string,
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<TestServer> {
  const port = await freePort();
  const settings: NodeJS.ProcessEnv & Record<string, string> = {
    NODE_ENV: "production",
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a secret for tests that nobody needs to keep",
    SIGN_UP: "open",
    ...more,
  };
  await mkdir(LOG_FOLDER, { recursive: true });
  const logFile = `${LOG_FOLDER}/${name}.log`;
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [".build/server.mjs"], {
    env: { ...process.env, ...settings },
    // Through the channel the server learns when this process is gone, and stops too.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    await Promise.race([
      untilReady(`${settings.APP_URL}/readyz`, logFile),
      ended.then(() => {
        throw new ScriptStopped(`The server ended at once. Its words are in ${logFile}.`);
      }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { settings, stop };
}

async function untilReady(address: string, logFile: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new ScriptStopped(`The server did not become ready. Its words are in ${logFile}.`);
}

function runPlaywright(env: Record<string, string>): Promise<number> {
  const child = spawn(
    process.execPath,
    ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)],
    { env: { ...process.env, ...env }, stdio: "inherit" },
  );
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
