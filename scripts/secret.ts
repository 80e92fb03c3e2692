import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { inDataFolder } from "./data-folder";

/**
 * Gives development and the demo a secret for signing cookies, kept under .data so that people stay
 * signed in when the server starts again. Production must be given its own.
 */
export async function provideSecret(): Promise<void> {
  if (process.env.AUTH_SECRET) return;
  const file = inDataFolder("auth-secret");
  await mkdir(inDataFolder(), { recursive: true });
  const fresh = randomBytes(32).toString("base64url");
  try {
    await writeFile(file, fresh, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  process.env.AUTH_SECRET = (await readFile(file, "utf8")).trim();
}
