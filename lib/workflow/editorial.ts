import type { ChangedPart } from "./parts";

/** The part of a change of the diff that says where it stands and whether it may matter. */
interface Located {
  class: string;
  from: { headingBlock: number | null; prompts: string | null } | null;
  to: { headingBlock: number | null; prompts: string | null } | null;
}

/**
 * Parts whose change matters to what the system does, and that nothing accounts for: the notes do not
 * name the section, and nobody marked it as needing no mention.
 *
 * @param normative Keys of parts with a normative change.
 * @param marked Change hashes for which a named person answers.
 */
export function unexplainedParts(
  parts: readonly ChangedPart[],
  normative: ReadonlySet<string>,
  notes: string,
  marked: ReadonlySet<string>,
): ChangedPart[] {
  return parts.filter(
    (part) =>
      part.kind === "section" &&
      normative.has(part.key) &&
      !marked.has(part.change) &&
      !isNamedIn(part, notes),
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

/** Whether notes name a section, by its id or by its title. */
export function isNamedIn(
  { id, title }: { id: string | null; title: string },
  notes: string,
): boolean {
  if (id !== null && notes.includes(`#${id}`)) return true;
  const name = plain(title);
  return name !== "" && ` ${plain(notes)} `.includes(` ${name} `);
}

/** Lower-case words alone, so that punctuation and case make no difference. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
