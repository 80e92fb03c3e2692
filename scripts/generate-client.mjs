// Writes the Prisma client into lib/data/generated.
// Prisma would otherwise download a native engine that the generator does not need, so the engine's
// path is pointed at a program that exists on every machine and is never asked to do anything: Node.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { requireNode } from "./require-node.mjs";

requireNode();

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status, error } = spawnSync(process.execPath, [prisma, "generate"], {
  stdio: ["ignore", process.env.PRECEPT_VERBOSE ? "inherit" : "ignore", "inherit"],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
if (error) throw error;
process.exit(status ?? 1);
