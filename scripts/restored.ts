// After an older backup was put in the place of the database: npm run restored
import { renewDrafts } from "@/lib/commands/draft/renew-drafts";
import { openDatabase } from "./open-database";
import { main } from "./progress";

await main(async () => {
  const { close } = await openDatabase();
  try {
    const drafts = await renewDrafts();
    console.log(
      `✓ ${drafts} drafts were set apart. Browsers with another copy are told to reload; what only they have can be downloaded there and is not sent.`,
    );
  } finally {
    await close();
  }
});
