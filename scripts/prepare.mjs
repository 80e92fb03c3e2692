// Loaded before every program of this project (`node --import ./scripts/prepare.mjs …`): says in words what is
// missing, then makes TypeScript run.
import { existsSync } from "node:fs";
import { requireNode } from "./require-node.mjs";

requireNode();
const client = new URL("../lib/data/generated/client.ts", import.meta.url);
if (!existsSync(client)) {
  console.error(
    "The installation is not complete. Run npm install, to its end, and then this again.",
  );
  process.exit(1);
}
await import("tsx");
