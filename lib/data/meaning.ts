import type { Change } from "@/lib/diff/change";
import { diffDocuments } from "@/lib/diff/diff";
import type { SpecDocument } from "@/lib/spec/document";
import { normativeKeys } from "@/lib/workflow/editorial";

/** What a change of text means, as the comparison classes it. */
export interface Meaning {
  changes: readonly Change[];
  /** Keys of the sections whose change may matter to how the system behaves. */
  normative: ReadonlySet<string>;
}

/**
 * Compares a candidate or a draft with the release it follows. A first release changes nothing for
 * anybody: all of it is new, and its notes need not list it.
 */
export function meaningOf(before: SpecDocument | null, after: SpecDocument): Meaning {
  if (!before) return { changes: [], normative: new Set() };
  const { changes } = diffDocuments(before, after, { sameIdentities: true });
  const normative = normativeKeys(changes, uidAt(before), uidAt(after));
  return { changes, normative };
}

const uidAt =
  ({ content }: SpecDocument) =>
  (index: number): string | null =>
    content[index]?.attrs.uid ?? null;
