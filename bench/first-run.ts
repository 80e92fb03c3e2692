import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { canonicalJson } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";

const PROGRAM = `
import { readFileSync } from "node:fs";
import { diffDocuments } from "@/lib/diff/diff";
const [before, after] = JSON.parse(readFileSync(process.argv[2], "utf8"));
const start = process.cpuUsage();
diffDocuments(before, after);
const { user, system } = process.cpuUsage(start);
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms: (user + system) / 1000, megabytes }));
`;

export interface FirstRun {
  ms: number;
  megabytes: number;
}

/**
 * Processor time in milliseconds of the first comparison that a fresh process does, with nothing compiled
 * yet: what somebody waits for on the command line; and the most memory that process had, reading the two texts
 * included. The best of several processes.
 */
export function firstRun(documents: readonly SpecDocument[]): FirstRun {
  const folder = mkdtempSync(path.join(os.tmpdir(), "precept-bench-"));
  try {
    const program = path.join(folder, "first-run.mjs");
    buildSync({
      stdin: { contents: PROGRAM, resolveDir: process.cwd(), loader: "ts" },
      alias: { "@": process.cwd() },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: program,
    });
    const input = path.join(folder, "documents.json");
    writeFileSync(input, `[${documents.map((document) => canonicalJson(document)).join()}]`);
    const runs = Array.from(
      { length: 5 },
      () =>
        JSON.parse(
          execFileSync(process.execPath, [program, input], { encoding: "utf8" }),
        ) as FirstRun,
    );
    return runs.reduce((best, run) => (run.ms < best.ms ? run : best));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
