import { decodeText } from "./decode-text";
import { ImportRefused } from "./import-refused";
import { isWanted } from "./is-wanted";
import { IMPORT_LIMITS } from "./limits";
import { readZip } from "./read-zip";
import { safePath } from "./safe-path";
import { isZip } from "./zip-directory";

/** What somebody hands over: one file (Markdown, canonical JSON, a zip), or the files of a folder. */
export type ImportInput =
  { name: string; bytes: Uint8Array } | { name: string; files: ReadonlyMap<string, Uint8Array> };

/**
 * The texts of an import by path. A folder that holds everything else is left out of the paths.
 *
 * @throws ImportRefused
 */
export function importFiles(input: ImportInput): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [path, bytes] of bytesOf(input)) texts.set(path, decodeText(bytes, path));
  if (texts.size === 0) {
    throw new ImportRefused(
      `${input.name} holds no Markdown file. A spec is a .md file, perhaps with a folder examples beside it.`,
    );
  }
  return withoutCommonFolder(texts);
}

function bytesOf(input: ImportInput): ReadonlyMap<string, Uint8Array> {
  if ("files" in input) return wantedOf(input.files);
  if (input.bytes.length > IMPORT_LIMITS.bytes) throw tooLarge(input.name);
  return isZip(input.bytes)
    ? readZip(input.bytes, isWanted)
    : new Map([[safePath(input.name), input.bytes]]);
}

function wantedOf(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const wanted = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const [path, content] of files) {
    const safe = safePath(path);
    if (!isWanted(safe)) continue;
    bytes += content.length;
    if (bytes > IMPORT_LIMITS.bytes) throw tooLarge(safe);
    wanted.set(safe, content);
  }
  return wanted;
}

function tooLarge(name: string): ImportRefused {
  const most = IMPORT_LIMITS.bytes / 1024 / 1024;
  return new ImportRefused(`${name} is larger than ${most} MB. That is no spec.`);
}

function withoutCommonFolder(texts: Map<string, string>): Map<string, string> {
  const paths = [...texts.keys()];
  const folder = paths[0]!.slice(0, paths[0]!.indexOf("/") + 1);
  if (folder === "" || !paths.every((path) => path.startsWith(folder))) return texts;
  return withoutCommonFolder(
    new Map([...texts].map(([path, text]) => [path.slice(folder.length), text])),
  );
}
