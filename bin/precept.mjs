#!/usr/bin/env node
// The command line. TypeScript is translated as it is loaded; everything else is in lib/cli.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.stdout.on("error", (error) => {
  // The reader of a pipe went away (`precept … | head`): nothing is left to say.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
const { run } = await import("../lib/cli/run.ts");
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(`${text}\n`),
  cwd: process.cwd(),
  stdin: process.stdin,
});
