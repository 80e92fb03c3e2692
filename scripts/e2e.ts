// The tests in a browser, against the built application on a database of their own: npm run test:e2e
// What follows `--` goes to Playwright: npm run test:e2e -- e2e/specs.spec.ts --headed
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { startTestCluster } from "@/lib/testing/test-cluster";
import { copyDatabase } from "@/lib/testing/copy-database";
import { findBrowser } from "./browser";
import { build } from "./build-application";
import { main, ScriptStopped, step } from "./progress";

const LOG_FOLDER = "test-results";
const LOG_FILE = `${LOG_FOLDER}/server.log`;

await main(async () => {
  const browser = findBrowser();
  await build();
  const cluster = await step("Starting a database for the tests", startTestCluster);
  try {
    const { appUrl } = await copyDatabase(cluster);
    const port = await freePort();
    const settings = {
      NODE_ENV: "production",
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      DATABASE_URL: appUrl,
      AUTH_SECRET: "a secret for tests that nobody needs to keep",
      SIGN_UP: "open",
    };
    const server = await step("Starting the server", () => startServer(settings));
    try {
      process.exitCode = await runPlaywright({
        ...settings,
        NODE_ENV: "test",
        E2E_URL: settings.APP_URL,
        E2E_BROWSER: browser,
      });
    } finally {
      await server.stop();
    }
  } finally {
    await cluster.stop();
  }
});

async function startServer(settings: Record<string, string>) {
  await mkdir(LOG_FOLDER, { recursive: true });
  const log = createWriteStream(LOG_FILE);
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
      untilReady(`${settings.APP_URL}/readyz`),
      ended.then(() => {
        throw new ScriptStopped(`The server ended at once. Its words are in ${LOG_FILE}.`);
      }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function untilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new ScriptStopped(`The server did not become ready. Its words are in ${LOG_FILE}.`);
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("This machine gave no free port."));
      });
    });
  });
}
