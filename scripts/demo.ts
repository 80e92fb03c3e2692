// Shows the product working: npm run demo
import { build } from "./build-application";
import { choosePort } from "./free-port";
import { openDatabase, readEnvFile } from "./open-database";
import { main, step } from "./progress";
import { provideSecret } from "./secret";
import { DEMO_PASSWORD, PERSONAS, seedDemo } from "./seed-demo";
import { serve } from "./serve";

await main(async () => {
  readEnvFile();
  // For this machine alone: everybody knows the password of the people in it.
  Object.assign(process.env, { NODE_ENV: "production", DEMO: "1", HOST: "127.0.0.1" });
  const port = await choosePort();
  process.env.PORT = String(port);
  process.env.APP_URL = `http://localhost:${port}`;
  process.env.LOG_LEVEL ??= "warn";
  await provideSecret();
  const database = await openDatabase();
  try {
    await step("Filling in sample specs and people", seedDemo);
    await build();
  } catch (error) {
    await database.close();
    throw error;
  }
  await serve(database);
  const width = Math.max(...PERSONAS.map(({ email }) => email.length));
  console.log(`
Precept is at ${process.env.APP_URL}

Sign in as                    password of all: ${DEMO_PASSWORD}
${PERSONAS.map(({ email, name, does }) => `  ${email.padEnd(width)}   ${name}: ${does}`).join("\n")}

Ctrl-C stops it. Your changes are kept; npm run reset forgets them.`);
});
