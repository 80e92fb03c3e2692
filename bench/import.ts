import { strToU8, zipSync } from "fflate";
import { readImport } from "@/lib/import/read-import";
import { integrityReport } from "@/lib/markdown/integrity";
import { examplesAsJsonLines } from "@/lib/markdown/json-lines";
import { parse } from "@/lib/markdown/parse";
import { print } from "@/lib/markdown/print";
import { releases, type Release } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { cpuTime } from "./cpu-time";
import type { BenchRow, BenchTable } from "./table";

/** A release is read within a second and written within 300 ms (QUALITY I1). */
const IMPORT_MS = 1_000;
const EXPORT_MS = 300;

/** Reading and writing of whole releases of the Model Spec, evaluation prompts included. */
export async function run(): Promise<BenchTable> {
  const rows: BenchRow[] = [];
  for (const release of releases) rows.push(...(await measure(release)));
  if (releases.length > 1) rows.push(await measureHistory());
  const notes =
    releases.length > 0
      ? ["Processor time, median of 7 runs after 2; first: the first run of the process."]
      : ["There is no corpus, so nothing was measured: set SPEC_CORPUS."];
  return { title: "Import and export of a release", notes, rows };
}

async function measure({ name, files }: Release): Promise<BenchRow[]> {
  const read = () => {
    const parsed = parse(files, { mint: mintUid });
    return { ...parsed, report: integrityReport(parsed) };
  };
  const first = await cpuTime(read, { runs: 1, warmUps: 0 });
  const { document, source } = read();
  const size = Object.values(files).reduce((sum, text) => sum + text.length, 0);
  return [
    row(`${name}: read ${Object.keys(files).length} files, ${kilobytes(size)}`, IMPORT_MS, {
      ms: await cpuTime(read),
      peer: `first ${milliseconds(first)}`,
    }),
    row(`${name}: Markdown`, EXPORT_MS, { ms: await cpuTime(() => print(document, source)) }),
    row(`${name}: canonical JSON`, EXPORT_MS, { ms: await cpuTime(() => canonicalJson(document)) }),
    row(`${name}: JSON Lines`, EXPORT_MS, {
      ms: await cpuTime(() => examplesAsJsonLines(document, name)),
    }),
  ];
}

/** All releases as a history from a zip: reading, comparing, carrying identities, previews. */
async function measureHistory(): Promise<BenchRow> {
  const files = releases.flatMap(({ name, files: own }) =>
    Object.entries(own).map(([path, text]) => [`${name}/${path}`, strToU8(text)] as const),
  );
  const bytes = zipSync(Object.fromEntries(files));
  const ms = await cpuTime(() => [...readImport({ name: "history.zip", bytes })], { runs: 3 });
  const what = `history of ${releases.length} releases from a zip, with previews`;
  return row(what, IMPORT_MS * releases.length, { ms });
}

function row(what: string, limit: number, { ms, peer }: { ms: number; peer?: string }): BenchRow {
  return {
    what,
    measured: milliseconds(ms),
    ...(peer ? { peer } : {}),
    target: `≤ ${limit} ms`,
    ok: ms <= limit,
  };
}

const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
const kilobytes = (characters: number) => `${Math.round(characters / 1024)} KB`;
