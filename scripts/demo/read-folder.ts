import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runImport, type ImportedRelease } from "@/lib/import/run-import";
import type { SpecDocument } from "@/lib/spec/document";

/** Reads a version of a sample as an import reads it: by the same worker, with the same limits. */
export async function readSample(
  place: string,
  continues: SpecDocument | null,
): Promise<ImportedRelease[]> {
  const full = fileURLToPath(new URL(`marlow/${place}`, import.meta.url));
  if (place.endsWith(".md")) {
    return runImport({ name: path.basename(place), bytes: await readFile(full) });
  }
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(full, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(
      `${place}/${path.relative(full, file).replaceAll(path.sep, "/")}`,
      await readFile(file),
    );
  }
  return runImport({ name: place, files }, { continues });
}
