import { z } from "zod";

/**
 * The bytes a document was read from, as far as the printer would write them differently. Kept beside
 * the document, never in it. Plain JSON.
 *
 * A part holds for as long as what it depends on is the same: its digest says so. So an edit loses
 * the source of what was edited and of nothing else.
 */
export interface SourceMap {
  version: 1;
  style: PrintStyle;
  /** By path: the spec itself, and its files of evaluation prompts. */
  files: Record<string, FileSource>;
  /** By the uid of a block. */
  blocks: Record<string, BlockSource>;
}

/** Habits of a text that new text in it follows. */
export interface PrintStyle {
  newline: "\n" | "\r\n" | "\r";
  bullet: "-" | "*" | "+";
  listIndent: 4 | null;
}

export interface FileSource {
  /** Whose blocks these are: null for the spec itself, else the id of the evaluation prompts. */
  prompts: string | null;
  /** Before the first and after the last block: byte order mark, blank lines, the final line end. */
  head: string;
  tail: string;
  /** uid of the last block, when the tail holds signs of it, as after a quote: it needs that block. */
  tailOf?: string;
}

export interface BlockSource {
  parts?: Record<string, SourcePart>;
  /** What stood between the block before and this one. */
  gap?: SourceGap;
  /** Of list items: columns their content is indented by, when a line after the first told. */
  indent?: number;
  /** Of lists. */
  list?: ListHabit;
}

export interface SourcePart {
  raw: string;
  digest: string;
}

export interface SourceGap {
  /** uid of the block before; null when this was the first of an example or comparison. */
  after: string | null;
  raw: string;
  /** Of both blocks, when only they as they were can stand so close together. */
  digest?: string;
}

export interface ListHabit {
  marker?: string;
  /** All items carry the same number: `1. 1. 1.` */
  sameNumber?: true;
  /** A blank line between items. */
  loose?: true;
}

const Part = z.strictObject({ raw: z.string(), digest: z.string() });
const Gap = z.strictObject({
  after: z.string().nullable(),
  raw: z.string(),
  digest: z.string().optional(),
});
const Block = z.strictObject({
  parts: z.record(z.string(), Part).optional(),
  gap: Gap.optional(),
  indent: z.int().min(0).max(1000).optional(),
  list: z
    .strictObject({
      marker: z.string().max(1).optional(),
      sameNumber: z.literal(true).optional(),
      loose: z.literal(true).optional(),
    })
    .optional(),
});
const Map_ = z.strictObject({
  version: z.literal(1),
  style: z.strictObject({
    newline: z.enum(["\n", "\r\n", "\r"]),
    bullet: z.enum(["-", "*", "+"]),
    listIndent: z.union([z.literal(4), z.null()]),
  }),
  files: z.record(
    z.string(),
    z.strictObject({
      prompts: z.string().nullable(),
      head: z.string(),
      tail: z.string(),
      tailOf: z.string().optional(),
    }),
  ),
  blocks: z.record(z.string(), Block),
});

/** Reads a source map that comes from outside. Throws a ZodError when it is none. */
export function readSourceMap(value: unknown): SourceMap {
  return Map_.parse(value) as SourceMap;
}
