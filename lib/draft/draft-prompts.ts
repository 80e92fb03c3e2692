import * as Y from "yjs";
import type { BlockJson } from "@/lib/spec/block-json";
import { newPromptsFile, promptHeader, withHeader } from "@/lib/spec/prompt-header";
import type { Mint } from "@/lib/spec/uid";
import { fromDraftBlocks } from "./draft-marks";
import { draftParts } from "./draft-parts";
import { fragmentJson } from "./fragment-json";
import { writeBlocks } from "./write-draft";

/**
 * Gives a marker its first evaluation prompts: a header and one empty conversation. Prompts that are
 * there already stay as they are.
 *
 * @param origin Names the change to listeners; that of the editor makes it a step of one's own undo.
 */
export function addPrompts(
  ydoc: Y.Doc,
  { id, sectionTitle, mint }: { id: string; sectionTitle: string; mint: Mint },
  origin: unknown,
): void {
  const { prompts } = draftParts(ydoc);
  if (prompts.has(id)) return;
  ydoc.transact(() => {
    const fragment = new Y.XmlFragment();
    prompts.set(id, fragment);
    writeBlocks(fragment, newPromptsFile(id, sectionTitle, mint).content);
  }, origin);
}

/** Takes the evaluation prompts of a marker out of a draft. The marker itself stands in the text. */
export function removePrompts(ydoc: Y.Doc, id: string, origin: unknown): void {
  ydoc.transact(() => draftParts(ydoc).prompts.delete(id), origin);
}

/** The section that the header of prompts names; null when there is no header in the known form. */
export function headerTitle(ydoc: Y.Doc, id: string): string | null {
  return promptHeader({ id, content: blocksOf(ydoc, id) })?.sectionTitle ?? null;
}

/** Writes into the header of prompts where their marker stands now. */
export function renewHeader(ydoc: Y.Doc, id: string, sectionTitle: string, origin: unknown): void {
  const fragment = draftParts(ydoc).prompts.get(id);
  const file = { id, content: blocksOf(ydoc, id) };
  if (!fragment || promptHeader(file) === null) return;
  ydoc.transact(() => writeBlocks(fragment, withHeader(file, sectionTitle).content), origin);
}

function blocksOf(ydoc: Y.Doc, id: string): BlockJson[] {
  const fragment = draftParts(ydoc).prompts.get(id);
  return fragment ? (fromDraftBlocks(fragmentJson(fragment)) as BlockJson[]) : [];
}
