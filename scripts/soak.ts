// The long forms of fault, fuzz and convergence tests. They are the tests of npm test with other numbers, so
// what runs for hours is what runs for seconds. What lasts in time is a bench: BENCH_SECONDS=600 npm run bench --
// sync-long (L1-L4). Usage:
//   npm run soak                 everything, half an hour to an hour
//   npm run soak -- kill 500     one of them with so many rounds; the seed is printed
//   npm run soak -- all 2%       everything, two hundredths of it
//   FC_SEED=7 npm run soak -- convergence 2000
import { spawn } from "node:child_process";

interface Soak {
  /** What it shows, by the rows of QUALITY. */
  shows: string;
  files: string[];
  rounds: number;
  /** Settings for the tests, from the number of rounds. */
  settings: (rounds: number) => Record<string, string>;
}

const SOAKS: Readonly<Record<string, Soak>> = {
  kill: {
    shows: "kill -9 of the server, with and without its browsers, and deployments (F1, F2, F16)",
    files: ["lib/sync/kill.test.ts"],
    rounds: 200,
    settings: (rounds) => ({ SOAK_KILLS: String(rounds), SOAK_WRITERS: "20" }),
  },
  database: {
    shows: "kill -9 of PostgreSQL (F3)",
    files: ["lib/sync/database-killed.test.ts"],
    rounds: 50,
    settings: (rounds) => ({ SOAK_ROUNDS: String(rounds) }),
  },
  partition: {
    shows: "two processes, one of them cut off from the database (F7)",
    files: ["lib/sync/processes.test.ts"],
    rounds: 50,
    settings: (rounds) => ({ SOAK_PARTITIONS: String(Math.ceil(rounds / 2)) }),
  },
  opening: {
    shows: "twenty who open a new draft at once (F13)",
    files: ["lib/sync/connect.test.ts"],
    rounds: 200,
    settings: (rounds) => ({ SOAK_RACES: String(rounds) }),
  },
  convergence: {
    shows: "several people, broken lines, undo, moves: one valid text (F8 and the property)",
    files: ["lib/sync/convergence.test.ts"],
    rounds: 500,
    settings: (rounds) => ({ SOAK_SEEDS: String(rounds), SOAK_STEPS: "400" }),
  },
  moves: {
    shows: "three people write, break lines and move sections: every word there, once",
    files: ["components/editor/binding/moves-law.test.ts"],
    rounds: 1_000,
    settings: (rounds) => ({ SOAK_MOVES: String(rounds) }),
  },
  fuzz: {
    shows: "random bytes and mutated changes (H1, H2)",
    files: ["lib/draft/update/check-update.test.ts", "lib/sync/limits.test.ts"],
    rounds: 50_000,
    settings: (rounds) => ({ SOAK_RUNS: String(rounds) }),
  },
  import: {
    shows: "random, mutated and hostile texts, zips and JSON read or refused (H6, H7, H8, H10)",
    files: ["lib/import", "lib/markdown", "lib/export"],
    rounds: 10,
    settings: (rounds) => ({ SOAK: String(rounds) }),
  },
};

const [name, given] = process.argv.slice(2);
const names = name && name !== "all" ? [name] : Object.keys(SOAKS);
const amount = Number.parseFloat(given ?? "100%");
if (names.some((each) => !SOAKS[each]) || !(amount > 0)) {
  console.error("Usage: npm run soak [-- NAME|all [ROUNDS|PERCENT%]]\n");
  for (const [each, { shows }] of Object.entries(SOAKS)) console.error(`  ${each}: ${shows}`);
  process.exit(2);
}

const seed = process.env.FC_SEED ?? String(Math.floor(Math.random() * 1_000_000));
const results: { name: string; rounds: number; seconds: number; isWell: boolean }[] = [];
for (const each of names) {
  const soak = SOAKS[each]!;
  const isShare = (given ?? "%").endsWith("%");
  const count = isShare ? Math.ceil((soak.rounds * amount) / 100) : amount;
  console.log(`\n${each}, ${count} rounds, FC_SEED=${seed}: ${soak.shows}`);
  const began = performance.now();
  const isWell = (await runTests(soak, count)) === 0;
  const seconds = Math.round((performance.now() - began) / 1_000);
  results.push({ name: each, rounds: count, seconds, isWell });
}
console.log(`\nSummary, FC_SEED=${seed}`);
for (const { name: each, rounds: count, seconds, isWell } of results) {
  console.log(
    `  ${isWell ? "✓" : "✗"} ${each}: ${count} rounds in ${seconds} s. ${SOAKS[each]!.shows}`,
  );
}
if (results.some(({ isWell }) => !isWell)) process.exit(1);

function runTests({ files, settings }: Soak, count: number): Promise<number | null> {
  // A round is a few seconds at most.
  const timeout = String(Math.max(600_000, count * 10_000));
  const child = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--testTimeout", timeout, ...files],
    { stdio: "inherit", env: { ...process.env, ...settings(count), FC_SEED: seed } },
  );
  return new Promise((resolve) => child.once("close", resolve));
}
