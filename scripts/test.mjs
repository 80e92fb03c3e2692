// Everything: `npm test`. The checks, the unit and database tests, the tests in a browser.
// It ends with every test that failed and why, so that nobody has to look for it in what came before, and a
// last line that adds up all suites: "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { program, runStep } from "./steps.mjs";

/** Lines of an error that are repeated at the end. */
const MOST_LINES = 12;

const reports = mkdtempSync(path.join(os.tmpdir(), "precept-reports-"));
const unitReport = path.join(reports, "unit.json");
const browserReport = path.join(reports, "browser.json");

const ended = {
  check: runStep({ name: "check", command: ["scripts/check.mjs"] }),
  unit: runStep({
    name: "unit and database tests",
    command: [
      program("vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=./scripts/unit-report.mjs",
    ],
    env: { UNIT_REPORT: unitReport },
  }),
  browser: runStep({
    name: "tests in a browser",
    command: ["--import", "./scripts/prepare.mjs", "scripts/e2e.ts"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  }),
};

const problems = Object.entries(ended).flatMap(([name, well]) => (well ? [] : [`${name} failed`]));
const reportOf = {
  unit: read(unitReport, (report) => report),
  browser: read(browserReport, ({ stats, suites, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: [
      ...browserTests(suites, "unexpected"),
      ...errors.map(({ message }) => ({ title: "outside any test", why: message })),
    ],
    flaky: browserTests(suites, "flaky"),
  })),
};
rmSync(reports, { recursive: true, force: true });

for (const [name, report] of Object.entries(reportOf)) {
  if (!report) problems.push(`the ${name} tests left no report`);
  else if (report.passed + report.failed === 0) problems.push(`the ${name} tests ran no test`);
}
const all = Object.values(reportOf).filter(Boolean);
const sum = (key) => all.reduce((total, report) => total + report[key], 0);
// A suite that broke down without a failed test (a type error, no browser) is a failure too.
const failed = sum("failed") || problems.length;
for (const { title, why } of all.flatMap(({ flaky }) => flaky))
  console.error(`\n! passed at the second try only: ${title}\n${excerpt(why)}`);
for (const { title, why } of all.flatMap(({ failures }) => failures))
  console.error(`\n✗ ${title}\n${excerpt(why)}`);
for (const problem of problems) console.error(`\n✗ ${problem}`);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${sum("passed")} passed, ${failed} failed${skipped}`);
process.exit(failed > 0 ? 1 : 0);

/** Reads a report; a missing or broken one counts as none. */
function read(file, of) {
  try {
    return of(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** The browser's tests that ended so, with the words of their first failed try. */
function browserTests(suites, status) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ title, tests }) =>
      tests
        .filter((test) => test.status === status)
        .map(({ results }) => ({
          title: `${file}: ${title}`,
          why: results.find(({ error }) => error)?.error.message ?? "",
        })),
    ),
    ...browserTests(inner, status),
  ]);
}

function excerpt(why) {
  const lines = stripVTControlCharacters(why).split("\n");
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${line}`);
  return [...shown, ...(lines.length > MOST_LINES ? ["    …"] : [])].join("\n");
}
