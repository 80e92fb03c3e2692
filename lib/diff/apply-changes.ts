import type { BlockJson } from "@/lib/spec/block-json";
import type { PromptsFile, SpecDocument } from "@/lib/spec/document";
import type { DocumentDiff, SectionRow } from "./document-diff";
import { namedBlocks, type NamedBlocks } from "./tell/named-blocks";

/** The list does not belong to this document. */
export class NotApplicable extends Error {
  override name = "NotApplicable";
}

/**
 * Makes the document after out of the document before and the list of changes.
 *
 * Blocks that a change names are put at their place as they are now; all others stay as they are, in their
 * section, in their order. So it proves that the list is complete: a block that differs and is named by no
 * change would come out as it was. The order of the list does not matter. Identities of blocks that stay
 * are those of the document before.
 *
 * @throws NotApplicable when the document is not the one that was compared.
 */
export function applyChanges(before: SpecDocument, diff: DocumentDiff): SpecDocument {
  const named = namedBlocks(diff.changes, diff.carried.holders);
  const rows = diff.alignment.sections
    .filter(({ to }) => to !== null)
    .sort((a, b) => a.to!.heading - b.to!.heading);
  const content = rows.flatMap((row, index) => {
    const end = rows[index + 1]?.to?.heading ?? diff.carried.count;
    return sectionAfter(before, diff, row, named, end);
  });
  const { title, levels } = diff.carried;
  return {
    ...before,
    title,
    levels: levels ?? before.levels,
    content,
    prompts: promptsAfter(before, diff),
  };
}

function sectionAfter(
  before: SpecDocument,
  { carried }: DocumentDiff,
  row: SectionRow,
  named: NamedBlocks,
  end: number,
): BlockJson[] {
  const waiting = row.from ? unnamedOf(before, row.from.heading, named) : [];
  const heading = row.to!.heading;
  const blocks: BlockJson[] = [];
  for (let index = Math.max(0, heading); index < end; index++) {
    const block =
      carried.blocks[index] ??
      (index === heading ? headingOf(before, row, carried) : waiting.shift());
    if (!block) throw new NotApplicable("This document lacks a block that the list says stayed.");
    blocks.push(block);
  }
  if (waiting.length > 0)
    throw new NotApplicable("This document has a block that the list does not know.");
  return blocks;
}

/** A heading that no change names; a whole level that was renamed is one fact, and changes it all the same. */
function headingOf(
  before: SpecDocument,
  row: SectionRow,
  { authorities }: DocumentDiff["carried"],
): BlockJson | undefined {
  const block = row.from ? before.content[row.from.heading] : undefined;
  if (block?.type !== "heading") return block;
  const { authority } = block.attrs;
  const now = authority === null ? null : (authorities[authority] ?? authority);
  return { ...block, attrs: { ...block.attrs, authority: now } };
}

function unnamedOf(before: SpecDocument, heading: number, named: NamedBlocks): BlockJson[] {
  const blocks: BlockJson[] = [];
  for (let index = heading + 1; index < before.content.length; index++) {
    const block = before.content[index]!;
    if (block.type === "heading") break;
    if (!named.from.has(index)) blocks.push(block);
  }
  return blocks;
}

function promptsAfter(before: SpecDocument, { changes, carried }: DocumentDiff): PromptsFile[] {
  const removed = new Set(
    changes.flatMap(({ kind, before: was, after }) =>
      kind.startsWith("prompts.") && was !== null && was !== after ? [was] : [],
    ),
  );
  const files = new Map(before.prompts.map((file) => [file.id, file]));
  for (const id of removed) files.delete(id);
  for (const [id, content] of Object.entries(carried.prompts)) files.set(id, { id, content });
  return [...files.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
