import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

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

export async function readPasswords(folder: string): Promise<Passwords> {
  return JSON.parse(await readFile(fileIn(folder), "utf8")) as Passwords;
}

// Letters that need no escaping in an address.
const newPassword = () => randomBytes(24).toString("base64url");
