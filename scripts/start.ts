// Serves for real: npm start
import { firstAdministratorLink } from "@/lib/commands/first-administrator";
import { env } from "@/lib/env";
import { build } from "./build-application";
import { openDatabase, readEnvFile } from "./open-database";
import { main } from "./progress";
import { serve } from "./serve";

await main(async () => {
  readEnvFile();
  Object.assign(process.env, { NODE_ENV: "production" });
  // Said before anything is started or written; the database's own address comes below.
  const withoutDatabase = !process.env.DATABASE_URL;
  if (withoutDatabase) process.env.DATABASE_URL = "postgresql://to-be-started";
  const { APP_URL } = env();
  if (withoutDatabase) delete process.env.DATABASE_URL;
  const database = await openDatabase();
  let link: string | null;
  try {
    link = await firstAdministratorLink();
    await build();
  } catch (error) {
    await database.close();
    throw error;
  }
  await serve(database);
  console.log(`\nPrecept is at ${APP_URL}`);
  if (link) {
    console.log(`
Nobody looks after this installation yet. Open this link to become its administrator.
It works once and for 24 hours; the next start makes a new one.

  ${APP_URL}${link}`);
  }
});
