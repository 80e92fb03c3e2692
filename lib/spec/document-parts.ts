import type { BlockJson } from "./block-json";
import type { PromptsFile, SpecDocument } from "./document";

/**
 * A document taken apart into what changes independently, so that many versions of it can share what
 * they have in common.
 */
export interface DocumentParts {
  /** Everything that is no text: title, levels, ledger, format. */
  head: Omit<SpecDocument, "content" | "prompts">;
  /** Each heading with its own blocks, in order; first what stands before the first heading, if anything. */
  sections: BlockJson[][];
  prompts: PromptsFile[];
}

/** Takes a document apart. `joinParts` of the result is the document. */
export function documentParts({ content, prompts, ...head }: SpecDocument): DocumentParts {
  const sections: BlockJson[][] = [];
  for (const block of content) {
    const open = sections.at(-1);
    if (block.type === "heading" || !open) sections.push([block]);
    else open.push(block);
  }
  return { head, sections, prompts };
}

export function joinParts({ head, sections, prompts }: DocumentParts): SpecDocument {
  return { ...head, content: sections.flat(), prompts };
}

/** The identity of a section's part: the uid of its heading, "" before the first heading. */
export function partUid([first]: readonly BlockJson[]): string {
  return first?.type === "heading" ? (first.attrs.uid ?? "") : "";
}
