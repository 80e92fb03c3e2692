import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync } from "node:fs";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build as bundle } from "esbuild";
import { isAlive } from "@/lib/data/embedded/postmaster";
import { buildReading } from "./build-reading";
import { ScriptStopped, step } from "./progress";

const OUTPUT = ".build";
const FINGERPRINT = path.join(OUTPUT, "fingerprint");
const LOCK = path.join(OUTPUT, "building");

/** What a finished build has left behind. */
const OUTCOMES = [
  ".next/BUILD_ID",
  path.join(OUTPUT, "server.mjs"),
  path.join(OUTPUT, "import-worker.mjs"),
  path.join(OUTPUT, "reading", "assets.json"),
];

/** What the build depends on. */
const SOURCES = ["app", "components", "lib", "public", "server", "prisma"];
const SOURCE_FILES = [
  "server.ts",
  "scripts/build-reading.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];

/** Builds pages and server for production, unless the sources are those of the last build. */
export async function build(): Promise<void> {
  const fingerprint = await fingerprintOfSources();
  if (await isFresh(fingerprint)) {
    console.log("✓ Build is fresh");
    return;
  }
  await withLock(async () => {
    if (await isFresh(fingerprint)) return;
    await rm(FINGERPRINT, { force: true });
    await step("Building the pages", buildPages, { slow: "about half a minute the first time" });
    await step("Building the server", buildServer);
    await step("Building what pages for readers need", buildReading);
    await writeFile(FINGERPRINT, fingerprint);
  });
}

async function isFresh(fingerprint: string): Promise<boolean> {
  if (!OUTCOMES.every((file) => existsSync(file))) return false;
  return (await readFile(FINGERPRINT, "utf8").catch(() => "")) === fingerprint;
}

async function fingerprintOfSources(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  const nested = await Promise.all(SOURCES.map(filesUnder));
  for (const file of [...SOURCE_FILES, ...nested.flat()].sort()) {
    if (/\.test\.tsx?$/.test(file) || !existsSync(file)) continue;
    hash.update(`${file}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Next prints a page of its own; it is shown only when the build fails. */
function buildPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (child.pid) appendFileSync(LOCK, `${child.pid}\n`);
    let output = "";
    child.stdout.on("data", (data) => (output += String(data)));
    child.stderr.on("data", (data) => (output += String(data)));
    child.once("error", reject);
    const kill = () => child.kill();
    process.once("exit", kill);
    child.once("close", (code) => {
      process.off("exit", kill);
      if (code === 0) resolve();
      else reject(new ScriptStopped(`${output}\nThe build failed; the reason stands above.`));
    });
  });
}

/** One file: a compiled server needs two thirds of the memory of one that is translated as it runs. */
async function buildServer(): Promise<void> {
  await bundle({
    // Imports are read in a thread, which needs a file of its own.
    entryPoints: { server: "server.ts", "import-worker": "lib/import/import-worker.ts" },
    outdir: OUTPUT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "silent",
  });
}

/**
 * Two builds at once would write over each other: the second waits. The lock names every process that
 * writes, for a build that was killed can leave the one behind that builds the pages.
 */
async function withLock(work: () => Promise<void>): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await takeLock();
  try {
    await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function takeLock(): Promise<void> {
  // Written first and linked then: nobody sees a lock that does not say yet whose it is.
  const own = `${LOCK}.${process.pid}`;
  await writeFile(own, `${process.pid}\n`);
  for (let told = false; ;) {
    try {
      await link(own, LOCK);
      return await rm(own);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const text = await readFile(LOCK, "utf8").catch(() => "");
    const holder = text
      .split("\n")
      .map(Number)
      .find((pid) => pid > 0 && isAlive(pid));
    if (!holder) await rm(LOCK, { force: true });
    else if (!told) {
      console.log(`· Another build is running (process ${holder}); waiting for it …`);
      told = true;
    }
    await pause(200);
  }
}
