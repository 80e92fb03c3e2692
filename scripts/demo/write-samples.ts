import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { inDataFolder } from "../data-folder";
import { otherUsers } from "../data-users";
import { forgetDatabase } from "../forget-database";
import { needsSamples, seedDemo } from "./seed-demo";

/** Stands in the data folder while the samples are being written, and stays when that was cut off. */
const mark = () => inDataFolder("demo-unfinished");

/**
 * Forgets samples that were only half written when somebody stopped the demo. Nothing of anybody's is
 * lost: until the samples are complete, nobody can sign in.
 *
 * @returns Whether there were any.
 */
export async function forgetHalfWrittenSamples(): Promise<boolean> {
  if (process.env.DATABASE_URL || !existsSync(mark())) return false;
  const [user] = await otherUsers();
  if (user) return false;
  await forgetDatabase();
  return true;
}

/** Writes the samples into an empty installation, so that the next start knows if that was cut off. */
export async function writeSamples(): Promise<void> {
  if (!(await needsSamples())) return;
  await mkdir(inDataFolder(), { recursive: true });
  await writeFile(mark(), "The samples are being written.\n");
  await seedDemo();
  await rm(mark(), { force: true });
}
