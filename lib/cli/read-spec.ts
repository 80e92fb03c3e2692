import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parse, type Parsed } from "@/lib/markdown/parse";
import { readSourceMap } from "@/lib/markdown/source-map";
import type { SpecFiles } from "@/lib/markdown/spec-files";
import type { ProfileName } from "@/lib/spec/document";
import { readDocument } from "@/lib/spec/read-document";
import { UnreadableDocument } from "@/lib/spec/unreadable-document";
import { CommandRefused, type Io } from "./io";

/** A spec from outside, whatever form it came in. */
export interface SpecInput extends Parsed {
  /** Its name in words to people. */
  name: string;
  /** It was a folder, or carries evaluation prompts: it is written as several files. */
  isFolder: boolean;
}

const LARGEST_BYTES = 50 * 1024 * 1024;
const MOST_FILES = 10_000;

/**
 * Reads a Markdown file, a canonical JSON file, a folder in repository layout, or standard input.
 *
 * @throws CommandRefused when there is nothing to read or it is no spec, with what to do.
 */
export async function readSpec(
  file: string,
  io: Io,
  profile: ProfileName | undefined,
): Promise<SpecInput> {
  if (file === "-") return readText("standard input", await readAll(io.stdin), profile);
  const full = path.resolve(io.cwd, file);
  const found = await stat(full).catch(() => null);
  if (!found) throw new CommandRefused(`There is no file or folder ${file}.`);
  if (found.isDirectory()) return readFolder(file, full, profile);
  if (found.size > LARGEST_BYTES) throw tooLarge(file);
  return readText(file, await readFile(full, "utf8"), profile, path.basename(file));
}

function readText(
  name: string,
  text: string,
  profile: ProfileName | undefined,
  fileName?: string,
): SpecInput {
  if (/^\s*\{/.test(text) && !fileName?.endsWith(".md")) return readJson(name, text);
  const files = fileName ? { [fileName]: text } : text;
  return { ...parse(files, options(profile)), name, isFolder: false };
}

function readJson(name: string, text: string): SpecInput {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CommandRefused(`${name} is no valid JSON: ${(error as Error).message}`);
  }
  try {
    const { document, source } = value as { document?: unknown; source?: unknown };
    const read = readDocument(document ?? value);
    return {
      document: read,
      source: source === undefined ? emptySource(read.profile) : readSourceMap(source),
      notes: [],
      lines: new Map(),
      name,
      isFolder: read.prompts.length > 0,
    };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw new CommandRefused(
      `${name} is JSON, but no spec as precept writes it: ${error.message}. Make one with precept convert FILE --to json.`,
    );
  }
}

/** A document that never was Markdown has no bytes to keep. */
const emptySource = (profile: ProfileName) => parse("", options(profile)).source;

async function readFolder(
  name: string,
  folder: string,
  profile: ProfileName | undefined,
): Promise<SpecInput> {
  const files: SpecFiles = {};
  let bytes = 0;
  for (const relative of await markdownIn(folder)) {
    const text = await readFile(path.join(folder, relative), "utf8");
    bytes += text.length;
    if (bytes > LARGEST_BYTES) throw tooLarge(name);
    files[relative] = text;
  }
  if (Object.keys(files).length === 0) {
    throw new CommandRefused(`${name} holds no Markdown file. Name the file of the spec itself.`);
  }
  return { ...parse(files, options(profile)), name, isFolder: true };
}

/** The Markdown of the folder itself and of its examples; other folders are no part of a spec. */
async function markdownIn(folder: string): Promise<string[]> {
  const top = await readdir(folder);
  const examples = await readdir(path.join(folder, "examples")).catch(() => []);
  const names = [...top, ...examples.map((name) => `examples/${name}`)];
  const markdown = names.filter((name) => name.endsWith(".md"));
  if (markdown.length > MOST_FILES) throw tooLarge(folder);
  return markdown;
}

/** Identities by counting, so that the same file always gives the same JSON. */
function options(profile: ProfileName | undefined) {
  let count = 0;
  return { mint: () => `u${(count += 1)}`, ...(profile ? { profile } : {}) };
}

async function readAll(stream: Io["stdin"]): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    const chunk = typeof part === "string" ? new TextEncoder().encode(part) : part;
    bytes += chunk.length;
    if (bytes > LARGEST_BYTES) throw tooLarge("standard input");
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString("utf8");
}

const tooLarge = (name: string) =>
  new CommandRefused(`${name} is larger than 50 MB. That is no spec; name the right file.`);
