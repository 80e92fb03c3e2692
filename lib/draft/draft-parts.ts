import type * as Y from "yjs";
import type { LedgerEvent } from "@/lib/spec/ledger";

/**
 * Where the parts of a spec stand in its shared document. Authority levels are not among them: they
 * are settings of the spec, changed by its publishers and not by typing.
 */
export interface DraftParts {
  /** The text. */
  content: Y.XmlFragment;
  /** Evaluation prompts by the id of their marker. */
  prompts: Y.Map<Y.XmlFragment>;
  /** What became of ids, oldest first. */
  ledger: Y.Array<LedgerEvent>;
  /** `title` and `profile`, as in SpecDocument. */
  meta: Y.Map<string | null>;
}

/** The name of the fragment that the editor binds to. */
export const CONTENT = "content";

/** Finds the parts of a draft; parts that nobody wrote yet come out empty. */
export function draftParts(ydoc: Y.Doc): DraftParts {
  return {
    content: ydoc.getXmlFragment(CONTENT),
    prompts: ydoc.getMap("prompts"),
    ledger: ydoc.getArray("ledger"),
    meta: ydoc.getMap("meta"),
  };
}
