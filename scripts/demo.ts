// Shows the product working: npm run demo
import { env } from "@/lib/env";
import { build } from "./build-application";
import { choosePort } from "./free-port";
import { readEnvFile } from "./open-database";
import { main, step } from "./progress";
import { provideSecret } from "./secret";
import { forgetHalfWrittenSamples, writeSamples } from "./demo/write-samples";
import { serve } from "./serve";
import { whoToSignInAs } from "./who-to-sign-in-as";

await main(async () => {
  readEnvFile();
  // For this machine alone: everybody knows the password of the people in it.
  Object.assign(process.env, { NODE_ENV: "production", DEMO: "1", HOST: "127.0.0.1" });
  const port = String(await choosePort());
  Object.assign(process.env, { PORT: port, APP_URL: `http://localhost:${port}` });
  process.env.LOG_LEVEL ||= "warn";
  if (await forgetHalfWrittenSamples()) {
    console.log("The last start was stopped before the samples were complete; they are made anew.");
  }
  const people = await serve(async () => {
    await provideSecret();
    // Built first: the samples are read by the compiled worker that reads everybody's imports.
    await build();
    await step("Filling in sample specs and people", writeSamples, {
      slow: "two releases, a review",
    });
    return whoToSignInAs();
  });
  console.log(`
Precept is at ${env().APP_URL}

${people}

Ctrl-C stops it. Your changes are kept; npm run reset forgets them.`);
});
