// Measures, and prints small tables: npm run bench -- import diff, or npm run bench -- all
// A bench is a file bench/<name>.ts that exports `run`. It is no timed test: a figure that is missed on
// a busy machine is worth a second look, so the exit code tells only whether it could be measured,
// unless --strict asks for more.
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { formatTable } from "./format-table";
import type { BenchRow, BenchTable } from "./table";

const names = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const strict = process.argv.includes("--strict");
const known = listBenches();
const wanted = names.includes("all") ? known : names;
const unknown = wanted.filter((name) => !known.includes(name));

if (wanted.length === 0 || unknown.length > 0) {
  for (const name of unknown) console.error(`There is no bench "${name}".`);
  console.error(`Usage: npm run bench -- NAME… | all [--strict]\n\nThere are: ${known.join(", ")}`);
  process.exit(2);
}

console.log(
  `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? "processor"}\n`,
);
let failed = false;
const all: BenchRow[] = [];
for (const name of wanted) {
  try {
    const { run } = (await import(pathToFileURL(fileOf(name)).href)) as Bench;
    const table = await run();
    console.log(`${formatTable(table)}\n`);
    all.push(...table.rows.map((row) => ({ ...row, what: `${name}: ${row.what}` })));
    if (strict && table.rows.some(({ ok }) => ok === false)) failed = true;
  } catch (error) {
    console.error(`✗ ${name} could not be measured:`, error);
    failed = true;
  }
}
if (wanted.length > 1) {
  const missed = all.filter(({ ok }) => ok === false).length;
  const judged = all.filter(({ ok }) => ok !== undefined).length;
  const notes = [`${judged - missed} of ${judged} figures that have a target reach it.`];
  console.log(formatTable({ title: "All of them", rows: all, notes }));
}
process.exit(failed ? 1 : 0);

interface Bench {
  run: () => Promise<BenchTable>;
}

/** Files that export `run` are benches; what stands beside them helps them. */
function listBenches(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.basename(file, ".ts"))
    .filter((name) => /^export (async )?function run\b/m.test(readFileSync(fileOf(name), "utf8")))
    .sort();
}

function fileOf(name: string): string {
  return path.join(import.meta.dirname, `${name}.ts`);
}
