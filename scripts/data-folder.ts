import path from "node:path";

/** A place in the folder where the embedded database and what belongs to it are kept. */
export function inDataFolder(...parts: string[]): string {
  return path.resolve(process.env.DATA_FOLDER || ".data", ...parts);
}
