// Prepares everything that the other commands need: npm run setup. Safe to run again.
import { build } from "./build-application";
import { openDatabase } from "./open-database";
import { main } from "./progress";
import { provideSecret } from "./secret";

await main(async () => {
  const { close } = await openDatabase();
  await close();
  await provideSecret();
  await build();
  console.log("\nReady. Start with npm run dev, or see the demo with npm run demo.");
});
