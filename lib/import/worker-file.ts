import { rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";

/** Where `npm run build` puts it (scripts/build-application.ts). */
const BUILT = path.resolve(".build", "import-worker.mjs");

let compiling: Promise<string> | null = null;

/**
 * The program of the worker as one file of JavaScript. In production the build made it. In development
 * and in tests it is compiled once per process, in a quarter of a second: translating it as it is loaded
 * would take two seconds for every import.
 */
export function workerFile(): Promise<string> {
  if (process.env.NODE_ENV === "production") return Promise.resolve(BUILT);
  compiling ??= compile();
  return compiling;
}

async function compile(): Promise<string> {
  const { build } = await import("esbuild");
  // Inside the checkout, so that it finds the installed packages; by process, so that two that run at
  // once do not write over each other.
  const folder = path.resolve("node_modules", ".cache", "precept");
  await mkdir(folder, { recursive: true });
  const outfile = path.join(folder, `import-worker-${process.pid}.mjs`);
  await build({
    entryPoints: [path.resolve("lib/import/import-worker.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
  process.once("exit", () => rmSync(outfile, { force: true }));
  return outfile;
}
