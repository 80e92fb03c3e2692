import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { diffWords } from "diff";
import { diff_match_patch } from "diff-match-patch";
import { diffDocuments } from "@/lib/diff/diff";
import { shownWords } from "@/lib/diff/shown-words";
import { parse, type Parsed } from "@/lib/markdown/parse";
import { releases, type Release } from "@/lib/markdown/testing/corpus";
import { counter } from "@/lib/spec/builders";
import { cpuTime } from "./cpu-time";
import { firstRun } from "./first-run";
import type { BenchRow, BenchTable } from "./table";

/**
 * QUALITY D1, D2, and L7. D1 was set as 60 ms warm and 120 cold where diff-match-patch takes 990; machines
 * differ, so what counts is the share of its time in the same run.
 */
const WARM_SHARE = 0.06;
const COLD_SHARE = 0.12;
const MOST_WORDS = 12_500;
const MOST_MEGABYTES = 256;

/**
 * The hardest pair of releases, beside tools that compare words and know nothing of clauses. jsdiff takes
 * half a minute, so it is measured once.
 */
export async function run(): Promise<BenchTable> {
  const before = releases.find(({ name }) => name === "2025-04-11");
  const after = releases.find(({ name }) => name === "2025-09-12");
  const title = "Comparison of two releases, April to September 2025";
  if (!before || !after) {
    return { title, rows: [], notes: ["There is no such pair: set SPEC_CORPUS."] };
  }
  const [from, to] = [before, after].map(({ files }) => files["model_spec.md"]!) as [
    string,
    string,
  ];
  const matchPatch = await measureMatchPatch(from, to);
  const own = await measureOwn(before, after, matchPatch.ms);
  const peers = [matchPatch.row, measureGit(from, to), await measureJsdiff(from, to)];
  return {
    title,
    rows: [...own, ...peers],
    notes: [
      "The shares are of the time that diff-match-patch takes in this very run, because machines differ.",
      "Processor time. Ours finds clauses, moves, renames, verdicts and words; the peers find words.",
      "Words shown: words in what is marked as deleted or inserted; typography folded, moved text not counted.",
    ],
  };
}

/** @param peer Milliseconds of diff-match-patch. */
async function measureOwn(before: Release, after: Release, peer: number): Promise<BenchRow[]> {
  const [a, b] = [read(before), read(after)];
  const work = () =>
    diffDocuments(a.document, b.document, { fromLines: a.lines, toLines: b.lines });
  const cold = firstRun([a.document, b.document]);
  const warm = await cpuTime(work, { runs: 15, warmUps: 15 });
  const { changes } = work();
  const words = shownWords(changes, a.document, b.document);
  return [
    shareRow("precept, warm", warm, peer, WARM_SHARE),
    shareRow("precept, first run", cold.ms, peer, COLD_SHARE),
    {
      what: "precept, memory of that process",
      measured: `${Math.round(cold.megabytes)} MB`,
      target: `≤ ${MOST_MEGABYTES} MB`,
      ok: cold.megabytes <= MOST_MEGABYTES,
    },
    {
      what: "precept, words shown",
      measured: String(words),
      target: `≤ ${MOST_WORDS}`,
      ok: words <= MOST_WORDS,
    },
    { what: "precept, changes told", measured: String(changes.length) },
  ];
}

const shareRow = (what: string, time: number, peer: number, most: number): BenchRow => ({
  what,
  measured: `${ms(time)}, ${(time / peer).toFixed(3)} x diff-match-patch`,
  target: `≤ ${most} x`,
  ok: time <= most * peer,
});

const read = (release: Release): Parsed => parse(release.files, { mint: counter(release.name) });

async function measureMatchPatch(from: string, to: string): Promise<{ row: BenchRow; ms: number }> {
  const tool = new diff_match_patch();
  // Its default gives up after a second; for a fair result it may finish.
  tool.Diff_Timeout = 0;
  let words = 0;
  const time = await cpuTime(
    () => {
      const parts = tool.diff_main(from, to);
      tool.diff_cleanupSemantic(parts);
      words = countWords(parts.filter(([kind]) => kind !== 0).map(([, text]) => text));
    },
    { runs: 1, warmUps: 0 },
  );
  const row = { what: "diff-match-patch", measured: ms(time), peer: `${words} words` };
  return { row, ms: time };
}

async function measureJsdiff(from: string, to: string): Promise<BenchRow> {
  let words = 0;
  const work = () => {
    const parts = diffWords(from, to);
    words = countWords(
      parts.filter(({ added, removed }) => added || removed).map(({ value }) => value),
    );
  };
  const time = await cpuTime(work, { runs: 1, warmUps: 0 });
  return { what: "jsdiff diffWords", measured: ms(time), peer: `${words} words` };
}

function measureGit(from: string, to: string): BenchRow {
  const folder = mkdtempSync(path.join(os.tmpdir(), "precept-bench-"));
  try {
    writeFileSync(path.join(folder, "from.md"), from);
    writeFileSync(path.join(folder, "to.md"), to);
    const args = ["diff", "--no-index", "--word-diff=porcelain", "from.md", "to.md"];
    const { stdout, error } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
    if (error) return { what: "git diff --word-diff", measured: "not there" };
    const lines = stdout.split("\n").filter((line) => /^[-+](?![-+]{2} )/.test(line));
    const words = countWords(lines.map((line) => line.slice(1)));
    return { what: "git diff --word-diff", measured: "words only", peer: `${words} words` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const countWords = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);

const ms = (time: number) => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
