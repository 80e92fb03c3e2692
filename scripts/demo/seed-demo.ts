import { ImportSpec, importSpec } from "@/lib/commands/import/import-spec";
import { db } from "@/lib/data/db";
import { admitCast, registerFirst, type Cast } from "./people";
import { readSample } from "./read-folder";
import { seedMarlow } from "./seed-marlow";

/**
 * Fills an empty installation with people, two specs, their history, a review and what readers said, by
 * the same commands that people's clicks run: what the demo shows is what the product does. Does nothing
 * when there are people already.
 */
export async function seedDemo(): Promise<void> {
  if (!(await needsSamples())) return;
  const at = new Date();
  const cast = await seedMarlow(await registerFirst(at), at);
  await seedHouseRules(cast, at);
}

/** Whether nobody is here yet. */
export async function needsSamples(): Promise<boolean> {
  return (await db().user.count()) === 0;
}

/** A short spec in plain Markdown that was never published: what a beginning looks like. */
async function seedHouseRules(cast: Cast, at: Date): Promise<void> {
  const read = await readSample("house-rules.md", null);
  const { specId } = await importSpec(
    cast.ines,
    ImportSpec.parse({
      target: {
        kind: "new",
        title: "House rules for automated replies",
        slug: "house-rules",
        summary: "What every team keeps to when a machine answers in the name of the city library.",
      },
    }),
    read,
  );
  await admitCast(cast, specId, at);
}
