import type { BlockJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";
import { walk } from "@/lib/spec/walk";
import { newStyle } from "./build/print-style";
import { composeBlocks } from "./compose/compose-blocks";
import { impliedIds } from "./compose/implied-ids";
import { PrintingInk } from "./compose/printing-ink";
import { definitionsIn, liveReferences } from "./live-references";
import { normalBlocks } from "./normal/normal-blocks";
import { PROFILES, type Profile } from "./profile";
import { firstMisread } from "./reads-back";
import type { BlockSource, FileSource, PrintStyle, SourceMap } from "./source-map";
import { DEFAULT_PATH, promptsPath, type SpecFiles } from "./spec-files";

/**
 * Writes a spec as Markdown files: the spec, and a file for each set of evaluation prompts.
 *
 * @param source What `parse` gave with the document. Blocks that are as they were are written in their
 *   own bytes; without it everything is written in the canonical form.
 */
export function print(document: SpecDocument, source?: SourceMap): SpecFiles {
  const main = mainPathIn(source);
  const files: SpecFiles = { [main]: printFile(document.content, document, source, main) };
  for (const { id, content } of document.prompts) {
    const path = pathOf(id, source) ?? promptsPath(main, id);
    files[path] = printFile(content, document, source, path);
  }
  return files;
}

/** Writes the spec alone, without its evaluation prompts. */
export function printText(document: SpecDocument, source?: SourceMap): string {
  return printFile(document.content, document, source, mainPathIn(source));
}

/** Writes a run of blocks as one file of a document. */
function printFile(
  content: readonly BlockJson[],
  document: SpecDocument,
  source: SourceMap | undefined,
  path: string,
): string {
  const profile = PROFILES[document.profile];
  const blocks = liveReferences(normalBlocks(content, profile));
  const file = source && Object.hasOwn(source.files, path) ? source.files[path] : undefined;
  if (!source) return printBlocks(blocks, profile, newStyle(profile), {}, file);
  return printSafely(blocks, profile, source, file);
}

/**
 * Source that stays beside text that changes can mean something else than before: a line indented by
 * three columns is a paragraph or part of the list above. The rules in compose/ foresee what is
 * common; this reads the result back and gives up the source around whatever they did not foresee.
 */
function printSafely(
  blocks: readonly BlockJson[],
  profile: Profile,
  source: SourceMap,
  file: FileSource | undefined,
): string {
  const kept = { ...source.blocks };
  for (let attempt = 0; attempt < 8; attempt++) {
    const text = printBlocks(blocks, profile, source.style, kept, file);
    const misread = firstMisread(text.toWellFormed(), blocks, profile);
    if (misread < 0) return text;
    const around = blocks.slice(Math.max(0, misread - 1), misread + 2);
    walk(around, (node) => {
      if (typeof node.attrs?.["uid"] === "string") delete kept[node.attrs["uid"]];
    });
  }
  return printBlocks(blocks, profile, source.style, {}, file);
}

function printBlocks(
  blocks: readonly BlockJson[],
  profile: Profile,
  style: PrintStyle,
  source: Record<string, BlockSource>,
  file: FileSource | undefined,
): string {
  const head = file?.head ?? "";
  if (blocks.length === 0) return file ? head + tailFor(file, null, profile) : "";
  const body = composeBlocks(blocks, "", null, {
    ink: new PrintingInk(source, style),
    inline: { profile, definitions: definitionsIn(blocks) },
    style,
    implied: impliedIds(blocks, profile),
  });
  // A text that starts with the sign of a byte order mark needs one before it to keep its own.
  const mark = body.startsWith("\uFEFF") && head === "" ? "\uFEFF" : "";
  return mark + head + body + tailFor(file, blocks.at(-1) ?? null, profile);
}

function tailFor(file: FileSource | undefined, last: BlockJson | null, profile: Profile): string {
  if (!file) return profile.tail;
  if (file.tailOf === undefined || file.tailOf === last?.attrs.uid) return file.tail;
  return /(?:\r\n|\n|\r)$/.exec(file.tail)?.[0] ?? "";
}

function mainPathIn(source: SourceMap | undefined): string {
  const files = Object.entries(source?.files ?? {});
  return files.find(([, file]) => file.prompts === null)?.[0] ?? DEFAULT_PATH;
}

function pathOf(id: string, source: SourceMap | undefined): string | undefined {
  return Object.entries(source?.files ?? {}).find(([, file]) => file.prompts === id)?.[0];
}
