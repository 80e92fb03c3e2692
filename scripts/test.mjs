// Everything: `npm test`. The checks, the unit and database tests, the tests in a browser.
// The last line adds up all suites: "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { program, runStep } from "./steps.mjs";

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
      "--reporter=json",
      `--outputFile.json=${unitReport}`,
    ],
  }),
  browser: runStep({
    name: "tests in a browser",
    command: ["--import", "./scripts/prepare.mjs", "scripts/e2e.ts"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  }),
};

const problems = Object.entries(ended).flatMap(([name, well]) => (well ? [] : [`${name} failed`]));
const unit = read(unitReport, ({ numPassedTests, numFailedTests, numPendingTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests,
}));
const browser = read(browserReport, ({ stats, suites }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
  flaky: flakyTests(suites),
}));
rmSync(reports, { recursive: true, force: true });

for (const [name, count] of Object.entries({ unit, browser })) {
  if (!count) problems.push(`the ${name} tests left no report`);
  else if (count.passed + count.failed === 0) problems.push(`the ${name} tests ran no test`);
}
const sum = (key) => (unit?.[key] ?? 0) + (browser?.[key] ?? 0);
// A suite that broke down without a failed test (a type error, no browser) is a failure too.
const failed = sum("failed") || (problems.length > 0 ? problems.length : 0);
for (const problem of problems) console.error(`✗ ${problem}`);
for (const title of browser?.flaky ?? [])
  console.error(`! passed at the second try only: ${title}`);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`${sum("passed")} passed, ${failed} failed${skipped}`);
process.exit(failed > 0 ? 1 : 0);

/** Reads a report; a missing or broken one counts as none. */
function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Titles of the tests that passed only when they were tried again. */
function flakyTests(suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
      .map(({ title }) => `${file}: ${title}`),
    ...flakyTests(inner),
  ]);
}
