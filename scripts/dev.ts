// Serves with hot reload, on the same data as the demo: npm run dev
import { choosePort } from "./free-port";
import { openDatabase, readEnvFile } from "./open-database";
import { main, step } from "./progress";
import { provideSecret } from "./secret";
import { DEMO_PASSWORD, PERSONAS, seedDemo } from "./seed-demo";
import { serve } from "./serve";

await main(async () => {
  readEnvFile();
  Object.assign(process.env, { NODE_ENV: "development" });
  const port = await choosePort();
  process.env.PORT = String(port);
  process.env.LOG_LEVEL ??= "warn";
  await provideSecret();
  const database = await openDatabase();
  try {
    await step("Filling in sample specs and people", seedDemo);
  } catch (error) {
    await database.close();
    throw error;
  }
  await serve(database);
  console.log(`
Precept is at http://localhost:${port}, with hot reload
Sign in as ${PERSONAS[0].email}, password: ${DEMO_PASSWORD}`);
});
