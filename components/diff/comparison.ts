import { blockContext, type BlockContext } from "@/components/blocks/block-context";
import type { Change, Place } from "@/lib/diff/change";
import { diffDocuments } from "@/lib/diff/diff";
import type { DocumentDiff } from "@/lib/diff/document-diff";
import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree, type Section, type SectionTree } from "@/lib/spec/section-tree";

/** One of the two texts. */
export interface ComparedText {
  document: SpecDocument;
  /** What people call it: `2026-03-10`, `Draft`, `Revision 12`. */
  label: string;
  /** Where all of it can be read; null for a file that is kept nowhere. */
  href: string | null;
}

export interface ComparedSide extends ComparedText {
  tree: SectionTree;
  context: BlockContext;
  /** By the place of its heading among the blocks. */
  sectionAt: ReadonlyMap<number, Section>;
}

/** Two texts and what changed between them, with what a view looks up all the time. */
export interface Comparison {
  diff: DocumentDiff;
  before: ComparedSide;
  after: ComparedSide;
  changeById: (id: string) => Change | undefined;
}

/** Compares two texts for showing. `context` is what the page adds for formulas and the like. */
export const compareTexts = (
  before: ComparedText,
  after: ComparedText,
  context: Partial<BlockContext> = {},
): Comparison => showDiff(diffDocuments(before.document, after.document), before, after, context);

/** The same where somebody found out before what changed. */
export function showDiff(
  found: DocumentDiff,
  before: ComparedText,
  after: ComparedText,
  context: Partial<BlockContext> = {},
): Comparison {
  const diff = { ...found, from: before.label, to: after.label };
  const changes = new Map(diff.changes.map((change) => [change.id, change]));
  return {
    diff,
    before: comparedSide(before, context),
    after: comparedSide(after, context),
    changeById: (id) => changes.get(id),
  };
}

/** One text with what drawing its blocks takes. */
export function comparedSide(text: ComparedText, context: Partial<BlockContext>): ComparedSide {
  const tree = sectionTree(text.document.content);
  const { href } = text;
  return {
    ...text,
    tree,
    sectionAt: new Map(tree.sections.map((section) => [section.index, section])),
    context: blockContext(
      text.document,
      {
        hrefOf: (id) => `${href ?? ""}#${encodeURIComponent(id)}`,
        // Both texts stand on one page, so no block may claim an id.
        anchorOf: () => null,
        identity: () => ({}),
        ...context,
      },
      tree,
    ),
  };
}

/** The section that a change is about, in the text after or, when it is gone, in the one before. */
export function sectionOf(change: Change, { before, after }: Comparison): Section | null {
  return sectionAt(change.to, after) ?? sectionAt(change.from, before);
}

const sectionAt = (place: Place | null, side: ComparedSide): Section | null =>
  place?.headingBlock == null ? null : (side.sectionAt.get(place.headingBlock) ?? null);

/** The chapter that a section stands in. */
export function chapterOf(section: Section): Section {
  let chapter = section;
  while (chapter.parent) chapter = chapter.parent;
  return chapter;
}

/** What names a chapter in an address: its id, or its number where it has none. */
export const chapterKey = (chapter: Section): string => chapter.id ?? chapter.number.join(".");
