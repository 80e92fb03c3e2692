import { NO_SECTION } from "@/lib/draft/touched-sections";
import { canonicalHash } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree, type Section } from "@/lib/spec/section-tree";

/** The part that stands for the spec as a whole. Its key is what the draft's log says for "no section". */
export const WHOLE = NO_SECTION;

/** A release or a candidate, as far as people approve it. */
export interface Edition {
  document: SpecDocument;
  label: string;
  changelog: string;
}

/** Something that is approved as one: a section, a set of evaluation prompts, or the spec as a whole. */
export interface Part {
  /** Uid of the heading, `prompts/<id>`, or WHOLE. */
  key: string;
  kind: "whole" | "section" | "prompts";
  title: string;
  /** Human id of the section, null for the others. */
  id: string | null;
  /** `2.3`, null for what is no section. */
  number: string | null;
  /** Key of its own authority level. */
  authority: string | null;
  /** Uids of the headings it stands under, itself first. */
  path: readonly string[];
  /** SHA-256 of all that belongs to it. */
  hash: string;
}

/**
 * The parts of an edition in the order of the text, the whole first. Together they cover every byte of
 * the document, the label and the notes: two editions with the same parts are the same.
 */
export async function editionParts({ document, label, changelog }: Edition): Promise<Part[]> {
  const { content, prompts, title, profile, levels, ledger, schema } = document;
  const tree = sectionTree(content);
  const sections = tree.sections.map(async (section): Promise<Part> => {
    const { id, number, authority, heading, blocks, parent } = section;
    const under = parent ? keyOf(parent) : null;
    return {
      key: keyOf(section),
      kind: "section",
      title: section.title,
      id,
      number: number.join("."),
      authority,
      path: pathOf(section),
      hash: await canonicalHash({ heading, blocks, under }),
    };
  });
  const order = tree.sections.map(keyOf);
  const { preamble } = tree;
  const whole = { title, profile, schema, levels, ledger, preamble, order, label, changelog };
  return Promise.all([
    bare("whole", WHOLE, "The spec as a whole", await canonicalHash(whole)),
    ...sections,
    ...prompts.map(async (file) =>
      bare(
        "prompts",
        `prompts/${file.id}`,
        `Evaluation prompts ${file.id}`,
        await canonicalHash(file),
      ),
    ),
  ]);
}

function bare(kind: Part["kind"], key: string, title: string, hash: string): Part {
  return { kind, key, title, hash, id: null, number: null, authority: null, path: [] };
}

// Every block of a draft has a uid; what comes from elsewhere without one is known by its place.
const keyOf = (section: Section) => section.uid ?? `#${section.index}`;

function pathOf(section: Section): string[] {
  const path: string[] = [];
  for (let at: Section | null = section; at; at = at.parent) path.push(keyOf(at));
  return path;
}

/** A part that differs between two editions, and the hash that an approval of this change names. */
export interface ChangedPart extends Omit<Part, "hash"> {
  change: string;
  became: "added" | "removed" | "changed";
  /** Hashes of the part, null where it is not there. */
  before: string | null;
  after: string | null;
  /** Keys of the authority levels it had and has. */
  authorities: readonly string[];
  /** The order of these sections is what changed (for the whole alone). */
  reordered: readonly string[];
}

/**
 * What people have to approve when one edition follows another, in the order of the text; parts that
 * are gone come last.
 *
 * @param before Parts of the release that is followed; empty when there is none.
 */
export async function changedParts(
  before: readonly Part[],
  after: readonly Part[],
): Promise<ChangedPart[]> {
  const earlier = new Map(before.map((part) => [part.key, part]));
  const later = new Set(after.map((part) => part.key));
  const reordered = outOfOrder(before, after);
  const kept = after
    .filter((part) => earlier.get(part.key)?.hash !== part.hash)
    .map((part) => changeOf(earlier.get(part.key), part, reordered));
  const gone = before
    .filter((part) => !later.has(part.key))
    .map((part) => changeOf(part, undefined, []));
  return Promise.all([...kept, ...gone]);
}

async function changeOf(
  before: Part | undefined,
  after: Part | undefined,
  reordered: readonly string[],
): Promise<ChangedPart> {
  const part = after ?? before;
  if (!part) throw new TypeError("A change is between two parts, of which at most one is missing.");
  const { hash: _, ...facts } = part;
  const hashes = { before: before?.hash ?? null, after: after?.hash ?? null };
  return {
    ...facts,
    ...hashes,
    change: await changeHash(part.key, hashes.before, hashes.after),
    became: !before ? "added" : !after ? "removed" : "changed",
    path: [...new Set([...(after?.path ?? []), ...(before?.path ?? [])])],
    authorities: [before?.authority, after?.authority].filter((key) => typeof key === "string"),
    reordered: part.kind === "whole" ? reordered : [],
  };
}

/** The hash that an approval names: this part, from these bytes, to those. */
function changeHash(part: string, before: string | null, after: string | null): Promise<string> {
  return canonicalHash({ part, before, after });
}

/** Sections that do not keep the order they had: those outside of a longest run that does. */
function outOfOrder(before: readonly Part[], after: readonly Part[]): string[] {
  const place = new Map(before.map((part, index) => [part.key, index]));
  const common = after.filter((part) => part.kind === "section" && place.has(part.key));
  const longest: number[] = [];
  const previous: number[] = [];
  common.forEach((part, index) => {
    let best = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const inOrder = place.get(common[earlier]!.key)! < place.get(part.key)!;
      if (inOrder && (best < 0 || longest[earlier]! > longest[best]!)) best = earlier;
    }
    longest.push(best < 0 ? 1 : longest[best]! + 1);
    previous.push(best);
  });
  const kept = new Set<number>();
  for (let at = longest.indexOf(Math.max(...longest)); at >= 0; at = previous[at]!) kept.add(at);
  return common.filter((_, index) => !kept.has(index)).map((part) => part.key);
}
