import type { SpecDocument } from "@/lib/spec/document";
import { exampleViews, type ExampleView } from "@/lib/spec/examples";
import type { Ledger } from "@/lib/spec/ledger";
import { sectionTree, type Section } from "@/lib/spec/section-tree";
import { passages, type Passage } from "./passages";

/** A document as placing asks about it. */
export interface PlaceIndex {
  document: SpecDocument;
  ledger: Ledger;
  sections: readonly Section[];
  sectionByUid: ReadonlyMap<string, Section>;
  sectionById: ReadonlyMap<string, Section>;
  examples: readonly ExampleView[];
  passages: readonly Passage[];
  /** By uid of the block. */
  passagesOf: ReadonlyMap<string, readonly Passage[]>;
  /** All that is quotable in a section, without its subsections. */
  passagesIn: (section: Section) => readonly Passage[];
  /** The words of a section in folded form: equal for texts that differ in typography alone. */
  wordsIn: (section: Section) => string;
}

export function placeIndex(document: SpecDocument): PlaceIndex {
  const tree = sectionTree(document.content);
  const all = passages(tree);
  const bySection = groupBy(all, ({ section }) => section);
  const passagesIn = (section: Section) => bySection.get(section) ?? [];
  return {
    document,
    ledger: document.ledger,
    sections: tree.sections,
    sectionByUid: new Map(
      tree.sections.flatMap((section) => (section.uid === null ? [] : [[section.uid, section]])),
    ),
    sectionById: tree.byId,
    examples: exampleViews(document.content, tree),
    passages: all,
    passagesOf: groupBy(all, ({ uid }) => uid),
    passagesIn,
    wordsIn: (section) =>
      passagesIn(section)
        .map(({ search }) => search.folded.text.trim())
        .join("\n"),
  };
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
