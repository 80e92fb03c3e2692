// Serves for real: npm start
import { firstAdministratorLink } from "@/lib/commands/people/first-administrator";
import { env, parseEnv } from "@/lib/env";
import { build } from "./build-application";
import { requirePort } from "./free-port";
import { readEnvFile } from "./open-database";
import { main } from "./progress";
import { serve } from "./serve";

await main(async () => {
  readEnvFile();
  Object.assign(process.env, { NODE_ENV: "production" });
  requireSettings();
  await requirePort();
  const link = await serve(async () => {
    await build();
    return firstAdministratorLink();
  });
  console.log(`\nPrecept is at ${env().APP_URL}`);
  if (!link) return;
  console.log(`
Nobody looks after this installation yet. Open this link to become its administrator.
It works once and for 24 hours; the next start makes a new one.

  ${env().APP_URL}${link}`);
});

/** Everything that is wrong is said before anything is started or written. */
function requireSettings(): void {
  // Left out, it means the embedded database, whose address is known once it runs.
  const DATABASE_URL = process.env.DATABASE_URL || "postgresql://embedded";
  parseEnv({ ...process.env, DATABASE_URL });
}
