import type { BlockJson, HeadingJson } from "./block-json";
import { plainText } from "./plain-text";

/** A heading with all that stands under it, down to the next heading. */
export interface Section {
  uid: string | null;
  id: string | null;
  level: number;
  /** Plain words of the heading. */
  title: string;
  authority: string | null;
  tags: readonly string[];
  heading: HeadingJson;
  /** Its own blocks, without those of its subsections. */
  blocks: BlockJson[];
  parent: Section | null;
  children: Section[];
  /** Its place among its siblings, from the top: `[2, 3]` is the third section of the second chapter. */
  number: readonly number[];
  /** Where its heading stands in the document's blocks. */
  index: number;
}

export interface SectionTree {
  /** Blocks before the first heading. */
  preamble: BlockJson[];
  roots: Section[];
  /** All of them in document order. */
  sections: Section[];
  /** The first section of each id; a second one of the same id is a finding of the linter. */
  byId: ReadonlyMap<string, Section>;
}

/** Derives the tree of sections from a flat run of blocks. Headings inside quotes and lists open none. */
export function sectionTree(blocks: readonly BlockJson[]): SectionTree {
  const tree = { preamble: [] as BlockJson[], roots: [] as Section[], sections: [] as Section[] };
  const byId = new Map<string, Section>();
  let open: Section | null = null;
  blocks.forEach((block, index) => {
    if (block.type !== "heading") {
      (open ? open.blocks : tree.preamble).push(block);
      return;
    }
    open = sectionUnder(parentFor(open, block.attrs.level), block, index, tree.roots);
    tree.sections.push(open);
    if (open.id !== null && !byId.has(open.id)) byId.set(open.id, open);
  });
  return { ...tree, byId };
}

/** The section and everything under it, in document order. */
export function withDescendants(section: Section): Section[] {
  const found: Section[] = [];
  const pending = [section];
  for (let next = pending.pop(); next; next = pending.pop()) {
    found.push(next);
    pending.push(...next.children.toReversed());
  }
  return found;
}

/** Titles by id, for references that show the title of what they point at. */
export function titleById(tree: SectionTree): (id: string) => string | null {
  return (id) => tree.byId.get(id)?.title ?? null;
}

function parentFor(open: Section | null, level: number): Section | null {
  let candidate = open;
  while (candidate && candidate.level >= level) candidate = candidate.parent;
  return candidate;
}

function sectionUnder(
  parent: Section | null,
  heading: HeadingJson,
  index: number,
  roots: Section[],
): Section {
  const siblings = parent ? parent.children : roots;
  const { uid, id, level, authority, tags } = heading.attrs;
  const number = [...(parent?.number ?? []), siblings.length + 1];
  const title = plainText(heading.content).trim();
  const section = { uid, id, level, title, authority, tags, heading, parent, number, index };
  const complete: Section = { ...section, blocks: [], children: [] };
  siblings.push(complete);
  return complete;
}
