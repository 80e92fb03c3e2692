import type * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { readDraft } from "@/lib/draft/read-draft";
import { writeBlocks } from "@/lib/draft/write-draft";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { renameId } from "@/lib/spec/rename-id";

/** Names the change to listeners; it is no step of anybody's undo, because it also writes the ledger. */
const ORIGIN = "rename";

/**
 * Gives a section or example of a draft another id: references, links, violated clauses and evaluation
 * prompts follow at once, and the ledger remembers the old id.
 *
 * @throws SectionIdRefused when the id is taken or cannot be one.
 */
export function renameSectionId(
  ydoc: Y.Doc,
  levels: readonly AuthorityLevel[],
  from: string,
  to: string,
): void {
  const before = readDraft(ydoc, [...levels]);
  const after = renameId(before, from, to, { release: null, revision: null });
  if (after === before) return;
  const { content, prompts, ledger } = draftParts(ydoc);
  ydoc.transact(() => {
    if (after.content !== before.content) writeBlocks(content, after.content);
    for (const [index, file] of after.prompts.entries()) {
      const fragment = prompts.get(file.id);
      if (fragment && file.content !== before.prompts[index]?.content)
        writeBlocks(fragment, file.content);
    }
    // Appended and not written anew, so that two renames at once both stay.
    ledger.push(after.ledger.slice(before.ledger.length));
  }, ORIGIN);
}
