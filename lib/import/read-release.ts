import { parse, type Parsed } from "@/lib/markdown/parse";
import { readSourceMap, type SourceMap } from "@/lib/markdown/source-map";
import { mintUid } from "@/lib/mint-uid";
import type { ProfileName } from "@/lib/spec/document";
import { readDocument } from "@/lib/spec/read-document";
import { UnreadableDocument } from "@/lib/spec/unreadable-document";
import type { FoundRelease } from "./find-releases";
import { ImportRefused } from "./import-refused";

/**
 * Reads one version of a spec and holds it against the document model, so that nothing is accepted that
 * could not be opened later.
 *
 * @throws ImportRefused when it is too large, too deep, or holds what a document cannot.
 */
export function readRelease({ folder, files }: FoundRelease, profile?: ProfileName): Parsed {
  const parsed = parse(files, { mint: mintUid, ...(profile ? { profile } : {}) });
  try {
    readDocument(parsed.document);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    const place = folder === "" ? "This text" : `The text in ${folder}`;
    throw new ImportRefused(`${place} cannot become a spec: ${error.message}`);
  }
  return parsed;
}

/**
 * Reads canonical JSON, alone or with the source it came from.
 *
 * @throws ImportRefused when it is no such thing.
 */
export function readJson(name: string, text: string): Parsed {
  try {
    const value = JSON.parse(text) as { document?: unknown; source?: unknown };
    refuseStraySigns(name, JSON.stringify(value));
    const document = readDocument(value.document ?? value);
    const source = value.source === undefined ? null : readSourceMap(value.source);
    return { document, source: source ?? noSource(document.profile), notes: [], lines: new Map() };
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(`${name} is no spec in canonical JSON. ${reasonOf(error)}`);
  }
}

/** Zero signs and halves of surrogate pairs: JSON can write them, nothing can store or hash them. */
function refuseStraySigns(name: string, json: string): void {
  const stray = /\\u(?:0000|d[89a-f][0-9a-f]{2})/.exec(json.replaceAll("\\\\", ""))?.[0];
  if (stray === undefined) return;
  throw new ImportRefused(
    `${name} holds the sign ${stray}, which no text may have. Remove it and import again.`,
  );
}

/** A document that never was Markdown has no bytes to keep. */
const noSource = (profile: ProfileName): SourceMap => parse("", { mint: mintUid, profile }).source;

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableDocument) return error.message;
  if (error instanceof SyntaxError) return "It cannot be read as JSON at all.";
  return "Its source is not in the form that Precept writes.";
}
