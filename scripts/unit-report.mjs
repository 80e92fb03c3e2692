// Writes what scripts/test.mjs says at its end: Vitest's own JSON knows neither second tries nor errors outside tests.
import { writeFileSync } from "node:fs";

/** @implements {import("vitest/node").Reporter} */
export default class UnitReport {
  /**
   * @param {ReadonlyArray<import("vitest/node").TestModule>} modules
   * @param {ReadonlyArray<import("vitest/node").SerializedError>} errors Thrown outside any test: as bad as a failed one.
   */
  onTestRunEnd(modules, errors) {
    const reportFile = process.env.UNIT_REPORT;
    if (!reportFile) throw new Error("UNIT_REPORT names no file for the report.");
    const report = { passed: 0, failed: 0, skipped: 0, failures: [], flaky: [] };
    for (const file of modules) {
      const inFile = (title) => `${file.relativeModuleId}: ${title}`;
      for (const test of file.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") report.passed += 1;
        else if (result.state === "failed") report.failed += 1;
        else report.skipped += 1;
        if (result.state === "failed")
          report.failures.push({ title: inFile(test.fullName), why: wordsOf(result.errors) });
        else if (test.diagnostic()?.flaky)
          report.flaky.push({ title: inFile(test.fullName), why: wordsOf(result.errors) });
      }
      for (const suite of [file, ...file.children.allSuites()]) {
        if (suite.errors().length > 0)
          report.failures.push({
            title: inFile(suite.fullName ?? "could not begin"),
            why: wordsOf(suite.errors()),
          });
      }
    }
    for (const error of errors)
      report.failures.push({ title: "outside any test", why: wordsOf([error]) });
    writeFileSync(reportFile, JSON.stringify(report));
  }
}

function wordsOf(errors) {
  return (errors ?? []).map(({ message, stack }) => stack ?? message).join("\n");
}
