import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { ImportInput } from "@/lib/import/import-files";
import { isWanted } from "@/lib/import/is-wanted";
import { IMPORT_LIMITS } from "@/lib/import/limits";
import { ScriptStopped } from "../progress";

/** Reads a file, or the files of a folder that say something about a spec. @throws ScriptStopped */
export async function readPlace(place: string): Promise<ImportInput> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new ScriptStopped(`There is no file or folder ${place}.`);
  const name = path.basename(path.resolve(place));
  if (!found.isDirectory()) {
    if (found.size > IMPORT_LIMITS.bytes) throw tooMuch(place);
    return { name, bytes: await readFile(place) };
  }
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const file of await wantedIn(place, "")) {
    const content = await readFile(path.join(place, file));
    bytes += content.length;
    if (bytes > IMPORT_LIMITS.bytes || files.size >= IMPORT_LIMITS.entries) throw tooMuch(place);
    files.set(file, content);
  }
  return { name, files };
}

/** Links are not followed: they may lead anywhere. */
async function wantedIn(root: string, folder: string): Promise<string[]> {
  if (folder.split("/").length > IMPORT_LIMITS.depth) return [];
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && isWanted(`${full}/x.md`))
      found.push(...(await wantedIn(root, full)));
    else if (entry.isFile() && isWanted(full)) found.push(full);
  }
  return found;
}

const tooMuch = (place: string) =>
  new ScriptStopped(
    `${place} holds more than 50 MB or 1,000 files of text. Name the folder of the spec itself.`,
  );
