import { diffDocuments } from "@/lib/diff/diff";
import type { DocumentDiff } from "@/lib/diff/document-diff";
import type { SpecDocument } from "@/lib/spec/document";
import { mentionedKeys, normativeKeys } from "@/lib/workflow/editorial";
import { Recent } from "./recent";

/** What a change of text means, as the comparison classes it. */
export interface Meaning {
  /** Null for a first release. */
  diff: DocumentDiff | null;
  /** Keys of the sections whose change may matter to how the system behaves. */
  normative: ReadonlySet<string>;
}

/**
 * Compares a candidate or a draft with the release it follows. A first release changes nothing for
 * anybody: all of it is new, and its notes need not list it.
 */
export function meaningOf(before: SpecDocument | null, after: SpecDocument): Meaning {
  if (!before) return { diff: null, normative: new Set() };
  const diff = diffDocuments(before, after, { sameIdentities: true });
  const normative = normativeKeys(diff.changes, uidAt(before), uidAt(after));
  return { diff, normative };
}

const uidAt =
  ({ content }: SpecDocument) =>
  (index: number): string | null =>
    content[index]?.attrs.uid ?? null;

/** What the notes of a candidate have to tell, and what they do tell, by the keys of sections. */
export interface Accounted {
  normative: ReadonlySet<string>;
  mentioned: ReadonlySet<string>;
}

// Two small sets each; every page and every deed of a review asks for them.
const accounted = new Recent<Accounted>(100);

/**
 * The meaning of a candidate whose texts never change. It is computed from the stored bytes once per
 * process and then known by their hashes; a long spec takes a third of a second.
 */
export function accountOf(
  candidate: { base: { documentHash: string } | null; documentHash: string; hash: string },
  before: SpecDocument | null,
  after: SpecDocument,
  notes: string,
): Promise<Accounted> {
  // The candidate's hash covers its document and its notes.
  const key = `${candidate.base?.documentHash ?? ""} ${candidate.documentHash} ${candidate.hash}`;
  return accounted.take(key, async () => {
    const { diff, normative } = meaningOf(before, after);
    return { normative, mentioned: diff ? mentionedKeys(diff, notes) : new Set() };
  });
}
