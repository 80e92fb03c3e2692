// Serves with hot reload, on the same data as the demo: npm run dev
import { env } from "@/lib/env";
import { buildReading } from "./build-reading";
import { choosePort } from "./free-port";
import { readEnvFile } from "./open-database";
import { main, step } from "./progress";
import { provideSecret } from "./secret";
import { forgetHalfWrittenSamples, writeSamples } from "./demo/write-samples";
import { serve } from "./serve";
import { whoToSignInAs } from "./who-to-sign-in-as";

await main(async () => {
  readEnvFile();
  Object.assign(process.env, { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" });
  process.env.PORT = String(await choosePort());
  process.env.LOG_LEVEL ||= "warn";
  await forgetHalfWrittenSamples();
  const people = await serve(async () => {
    await provideSecret();
    await step("Building what pages for readers need", buildReading);
    await step("Filling in sample specs and people", writeSamples);
    return whoToSignInAs();
  });
  console.log(`
Precept is at ${env().APP_URL}, with hot reload

${people}`);
});
