// Everything that can be said about the code without running it: `npm run check`.
import { program, runSteps } from "./steps.mjs";

const failed = runSteps([
  {
    name: "format",
    command: [program("prettier", "bin", "prettier.cjs"), "--check", "--log-level=warn", "."],
  },
  // Warnings (a long file, a long function) ask for a second look and do not fail.
  { name: "lint and import walls", command: [program("eslint", "bin", "eslint.js"), "."] },
  {
    name: "types of the pages' addresses",
    command: [program("next", "dist", "bin", "next"), "typegen"],
  },
  { name: "types", command: [program("typescript", "bin", "tsc"), "--noEmit"] },
  { name: "dead code", command: [program("knip", "bin", "knip.js")] },
]);

if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}.`);
  process.exit(1);
}
