import type { BlockJson, NodeJson } from "./block-json";
import { specDocument, type PromptsFile, type SpecDocument } from "./document";
import { readLedger, readLevels } from "./read-parts";
import { checkBlocks } from "./check-blocks";
import { checkSize, DEFAULT_LIMITS, type Limits } from "./check-size";
import { SCHEMA_VERSION } from "./schema-version";
import { UnreadableDocument } from "./unreadable-document";

/**
 * Reads canonical JSON from outside: an upload, the database, another copy of Precept.
 *
 * Depth and size are judged by an iterative scan before anything recursive runs, because a few
 * kilobytes of nested quotes would otherwise exhaust the stack of every reader.
 *
 * @param value Parsed JSON.
 * @returns The document in its one normal form: every attribute present.
 * @throws UnreadableDocument with the path to the first thing that is wrong.
 */
export function readDocument(value: unknown, limits: Limits = DEFAULT_LIMITS): SpecDocument {
  checkSize(value, limits);
  const object = asObject(value, "$");
  refuseUnknownKeys(object, "$", KEYS);
  if (object["format"] !== "precept-spec" || object["version"] !== 1) {
    throw new UnreadableDocument("$.format", "is not a spec in version 1 of this format");
  }
  if (object["schema"] !== SCHEMA_VERSION) {
    throw new UnreadableDocument(
      "$.schema",
      `was written with schema ${String(object["schema"])}, this program knows ${SCHEMA_VERSION}`,
    );
  }
  const profile = object["profile"];
  if (profile !== "model-spec" && profile !== "generic") {
    throw new UnreadableDocument("$.profile", "is neither model-spec nor generic");
  }
  const title = object["title"];
  if (title !== null && typeof title !== "string") {
    throw new UnreadableDocument("$.title", "is neither text nor null");
  }
  return specDocument({
    profile,
    title,
    levels: readLevels(object["levels"]),
    content: readBlocks(object["content"], "$.content"),
    prompts: asArray(object["prompts"], "$.prompts").map(readPromptsFile),
    ledger: readLedger(object["ledger"]),
  });
}

/** Reads a run of blocks alone. Call `checkSize` first when the depth is not known to be bounded. */
export function readBlocks(value: unknown, path: string): BlockJson[] {
  return checkBlocks(asArray(value, path) as NodeJson[], path) as BlockJson[];
}

const KEYS = new Set(Object.keys(specDocument()));
const FILE_KEYS = new Set(["id", "content"]);

function readPromptsFile(value: unknown, index: number): PromptsFile {
  const path = `$.prompts[${index}]`;
  const object = asObject(value, path);
  refuseUnknownKeys(object, path, FILE_KEYS);
  if (typeof object["id"] !== "string") throw new UnreadableDocument(`${path}.id`, "is no text");
  return { id: object["id"], content: readBlocks(object["content"], `${path}.content`) };
}

function asObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UnreadableDocument(path, "is no object");
  }
  return value as Record<string, unknown>;
}

function asArray(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new UnreadableDocument(path, "is no list");
  return value;
}

function refuseUnknownKeys(
  object: Record<string, unknown>,
  path: string,
  known: ReadonlySet<string>,
): void {
  for (const key of Object.keys(object)) {
    if (!known.has(key)) throw new UnreadableDocument(`${path}.${key}`, "is not known here");
  }
}
