import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseUnavailable } from "../database-errors";

/** Passwords of the two roles of a cluster, made once. */
export interface Passwords {
  owner: string;
  app: string;
}

const fileIn = (folder: string) => path.join(folder, "passwords.json");

/** Makes the passwords of a new cluster, readable by nobody else. */
export async function writePasswords(folder: string): Promise<Passwords> {
  const passwords = { owner: newPassword(), app: newPassword() };
  await writeFile(fileIn(folder), JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

/** @throws DatabaseUnavailable "wrong-owner" when another account keeps them. */
export async function readPasswords(folder: string): Promise<Passwords> {
  try {
    return JSON.parse(await readFile(fileIn(folder), "utf8")) as Passwords;
  } catch (cause) {
    throw new DatabaseUnavailable(
      "wrong-owner",
      `${fileIn(folder)} cannot be read (${(cause as Error).message}), and the database stays closed without it. Run Precept as the account that made it, or start again with an empty database: npm run reset.`,
      { cause },
    );
  }
}

// Letters that need no escaping in an address.
const newPassword = () => randomBytes(24).toString("base64url");
