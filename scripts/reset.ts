// Forgets the embedded database and all that belongs to it: npm run reset
import { createInterface } from "node:readline/promises";
import { inDataFolder } from "./data-folder";
import { otherUsers } from "./data-users";
import { forgetDatabase } from "./forget-database";
import { readEnvFile } from "./open-database";
import { main, ScriptStopped } from "./progress";

await main(async () => {
  readEnvFile();
  if (process.env.DATABASE_URL) {
    throw new ScriptStopped(
      "DATABASE_URL is set, and reset never touches an outside database. Drop and create it with your own tools.",
    );
  }
  const [user] = await otherUsers();
  if (user) {
    throw new ScriptStopped(
      `Precept is running on this data (process ${user}). Stop it first (Ctrl-C).`,
    );
  }
  if (!process.argv.includes("--yes") && !(await confirmed())) {
    console.log("Nothing was changed.");
    return;
  }
  await forgetDatabase();
  console.log("✓ All data of this checkout is gone. npm run demo starts afresh.");
});

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new ScriptStopped("Say --yes to reset without being asked: npm run reset -- --yes");
  }
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(
    `Delete the database in ${inDataFolder()} for ever? Type yes: `,
  );
  ask.close();
  return answer.trim().toLowerCase() === "yes";
}
