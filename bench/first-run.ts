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
process.stdout.write(String((user + system) / 1000));
`;

/**
 * Processor time in milliseconds of the first comparison that a fresh process does, with nothing compiled
 * yet: what somebody waits for on the command line. The best of several processes.
 */
export function firstRun(documents: readonly SpecDocument[]): number {
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
    const times = Array.from({ length: 5 }, () =>
      Number(execFileSync(process.execPath, [program, input], { encoding: "utf8" })),
    );
    return Math.min(...times);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
