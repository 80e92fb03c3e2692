import { changelogCoverage } from "@/lib/diff/changelog-coverage";
import type { DocumentDiff } from "@/lib/diff/document-diff";
import type { ChangedPart } from "./parts";

/** The part of a change of the diff that says where it stands and whether it may matter. */
interface Located {
  class: string;
  from: { headingBlock: number | null; prompts: string | null } | null;
  to: { headingBlock: number | null; prompts: string | null } | null;
}

/**
 * Parts whose change matters to what the system does, and that nothing accounts for: the notes do not
 * tell it, and nobody marked it as needing no mention.
 *
 * @param normative Keys of parts with a normative change.
 * @param mentioned Keys of parts that the notes tell of.
 * @param marked Change hashes for which a named person answers: their word is final.
 */
export function unexplainedParts(
  parts: readonly ChangedPart[],
  normative: ReadonlySet<string>,
  mentioned: ReadonlySet<string>,
  marked: ReadonlySet<string>,
): ChangedPart[] {
  return parts.filter(
    (part) =>
      part.kind === "section" &&
      normative.has(part.key) &&
      !marked.has(part.change) &&
      !mentioned.has(part.key),
  );
}

/** Keys of the sections in which a list of changes has a normative one. */
export function normativeKeys(
  changes: readonly Located[],
  keyBefore: (headingBlock: number) => string | null,
  keyAfter: (headingBlock: number) => string | null,
): Set<string> {
  const keys = new Set<string>();
  for (const { class: weight, from, to } of changes) {
    if (weight !== "normative") continue;
    const before = from && from.headingBlock !== null ? keyBefore(from.headingBlock) : null;
    const after = to && to.headingBlock !== null ? keyAfter(to.headingBlock) : null;
    if (before !== null) keys.add(before);
    if (after !== null) keys.add(after);
  }
  return keys;
}

/**
 * Keys of the sections whose change the notes of a release tell: by id, by title, or by saying much the
 * same words as what changed.
 */
export function mentionedKeys(diff: DocumentDiff, notes: string): Set<string> {
  const entries = asEntries(notes);
  const starts = entries.split("\n").map(plain);
  const begins = (title: string) =>
    title !== "" && starts.some((line) => `${line} `.startsWith(`${title} `));
  const covered = changelogCoverage(diff, entries).filter(
    // A title of one word could be any word, but not where an entry begins.
    ({ covered: isCovered, section }) => isCovered || begins(plain(section.title)),
  );
  return new Set(covered.flatMap(({ section: { uid } }) => uid ?? []));
}

/** These notes are of one release: their headings order it, and name sections like any other line. */
const asEntries = (notes: string) => notes.replaceAll(/^#{1,6}\s+(.*)$/gm, "\n- $1\n");

/** Lower-case words alone, so that punctuation and case make no difference. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
