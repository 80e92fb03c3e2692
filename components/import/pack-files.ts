import { IMPORT_LIMITS } from "@/lib/import/limits";
import { isWanted } from "@/lib/import/is-wanted";

export interface PickedFile {
  /** Within the folder that was picked. */
  path: string;
  file: File;
}

/** Something to send: one file as it is, several as a zip that is made here. */
export async function packFiles(
  picked: readonly PickedFile[],
): Promise<{ name: string; body: Blob }> {
  const [only] = picked;
  if (!only) throw new NothingToImport("There is no file in it.");
  if (picked.length === 1) {
    if (only.file.size > IMPORT_LIMITS.bytes) throw new NothingToImport(TOO_MUCH);
    return { name: only.file.name, body: only.file };
  }
  const wanted = picked.filter(({ path }) => isWanted(path));
  if (wanted.length === 0) {
    throw new NothingToImport(
      "There is no Markdown file in it. A spec is a .md file, perhaps with a folder examples beside it.",
    );
  }
  const bytes = wanted.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > IMPORT_LIMITS.bytes || wanted.length > IMPORT_LIMITS.entries) {
    throw new NothingToImport(TOO_MUCH);
  }
  const { zipSync } = await import("fflate");
  const files = await Promise.all(
    wanted.map(async ({ path, file }) => [path, new Uint8Array(await file.arrayBuffer())] as const),
  );
  // Copied, because a Blob takes no bytes of a shared buffer.
  const zip = Uint8Array.from(zipSync(Object.fromEntries(files), { level: 6 }));
  const folder = wanted[0]!.path.split("/")[0] ?? "folder";
  return { name: folder, body: new Blob([zip]) };
}

const TOO_MUCH = "That is more than 50 MB or 1,000 files. Choose the folder of the spec itself.";

/** What was picked holds nothing to send; the words are for people. */
export class NothingToImport extends Error {
  override name = "NothingToImport";
}

/** The files of an input, with their paths when a folder was picked. */
export function pickedFiles(list: FileList): PickedFile[] {
  return Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** The files that were dropped, those of folders included. */
export async function droppedFiles(items: DataTransferItemList): Promise<PickedFile[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry());
  const found: PickedFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: PickedFile[]): Promise<void> {
  if (found.length > IMPORT_LIMITS.entries * 5) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const each of some) await collect(each, found);
  }
}
