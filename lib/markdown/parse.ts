import type { BlockJson } from "@/lib/spec/block-json";
import { specDocument, type ProfileName, type SpecDocument } from "@/lib/spec/document";
import { levelsFor } from "@/lib/spec/levels";
import { Slugger } from "@/lib/spec/slug";
import type { Mint } from "@/lib/spec/uid";
import { walk } from "@/lib/spec/walk";
import { scanBlocks } from "./blocks/scan-blocks";
import { buildBlocks } from "./build/build-blocks";
import { Builder } from "./build/builder";
import { printStyle } from "./build/print-style";
import { composeBlocks } from "./compose/compose-blocks";
import { impliedIds } from "./compose/implied-ids";
import { uidOf } from "./compose/ink";
import { RecordingInk } from "./compose/recording-ink";
import { detectProfile } from "./detect-profile";
import { splitLines } from "./lines";
import type { Note } from "./notes";
import { PROFILES, type Profile } from "./profile";
import type { FileSource, SourceMap } from "./source-map";
import { sortFiles, type SpecFiles } from "./spec-files";

export interface ParseOptions {
  /** Makes identities for blocks. */
  mint: Mint;
  /** The dialect; guessed from the text when not given. */
  profile?: ProfileName;
}

export interface Parsed {
  document: SpecDocument;
  /** The bytes that the printer would write differently: keep it beside the document. */
  source: SourceMap;
  notes: Note[];
  /** Where blocks stand in the source, by uid. True only until the document is edited. */
  lines: SourceLines;
}

export type SourceLines = ReadonlyMap<string, { file: string; line: number }>;

/**
 * Reads a spec from Markdown. Never fails and loses nothing: printed again without an edit it is the
 * same bytes, whatever the text.
 *
 * @param input The text of a spec, or its files by path: one Markdown file with the spec, and files
 *   `examples/<id>.md` with evaluation prompts.
 */
export function parse(input: string | SpecFiles, options: ParseOptions): Parsed {
  const { main, prompts, ignored } = sortFiles(input);
  const profile = PROFILES[options.profile ?? detectProfile(main.text)];
  const reader = new SpecReader(profile, options.mint, main.text);
  const content = reader.readFile(main.path, main.text, null);
  const files = prompts.map(({ id, path, text }) => ({
    id,
    content: reader.readFile(path, text, id),
  }));
  for (const path of ignored) reader.noteIgnored(path);
  const levels = levelsFor(authoritiesIn(content));
  const document = specDocument({ profile: profile.name, levels, content, prompts: files });
  return { document, source: reader.source, notes: reader.notes, lines: reader.lines };
}

class SpecReader {
  readonly source: SourceMap;
  readonly notes: Note[] = [];
  readonly lines = new Map<string, { file: string; line: number }>();

  constructor(
    private readonly profile: Profile,
    private readonly mint: Mint,
    main: string,
  ) {
    this.source = { version: 1, style: printStyle(main, profile), files: {}, blocks: {} };
  }

  readFile(path: string, text: string, prompts: string | null): BlockJson[] {
    // Half of a surrogate pair has no place in a document that is hashed; its bytes stay in the source.
    const clean = text.toWellFormed();
    const scan = scanBlocks(clean);
    const inline = { profile: this.profile, definitions: scan.definitions };
    const lines = splitLines(clean);
    const builder = new Builder(clean, path, inline, this.source.style, this.mint, lines);
    const blocks = buildBlocks(scan.root.children, builder, new Slugger());
    this.source.files[path] = this.#record(text, blocks, builder, prompts);
    this.notes.push(...builder.notes);
    builder.lines.forEach((line, uid) => this.lines.set(uid, { file: path, line }));
    return blocks;
  }

  noteIgnored(file: string): void {
    const message = "This file is not part of the spec and was left out.";
    this.notes.push({ code: "file-ignored", severity: "info", message, file, line: 1, uid: null });
  }

  /** Writes the file as the printer would, and keeps what it would write differently. */
  #record(
    text: string,
    blocks: readonly BlockJson[],
    builder: Builder,
    prompts: string | null,
  ): FileSource {
    const first = blocks[0];
    const last = blocks.at(-1);
    if (!first || !last) {
      const head = text.startsWith("\uFEFF") ? "\uFEFF" : "";
      return { prompts, head, tail: text.slice(head.length) };
    }
    const ink = new RecordingInk(text, builder.spans, this.source.blocks);
    const implied = impliedIds(blocks, this.profile);
    composeBlocks(blocks, "", null, {
      ink,
      inline: builder.inline,
      style: this.source.style,
      implied,
    });
    const head = text.slice(0, builder.spans.get(first)!.start);
    const tail = text.slice(builder.spans.get(last)!.end);
    const clean = /^(?:$|[\r\n])/.test(tail) && !tail.includes(">");
    return { prompts, head, tail, ...(clean ? {} : { tailOf: uidOf(last)! }) };
  }
}

function authoritiesIn(content: readonly BlockJson[]): string[] {
  const keys: string[] = [];
  walk(content, (node) => {
    const authority = node.type === "heading" ? node.attrs?.["authority"] : null;
    if (typeof authority === "string") keys.push(authority);
  });
  return keys;
}
