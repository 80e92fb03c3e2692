import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree, type Section } from "@/lib/spec/section-tree";
import type { SourceLines } from "@/lib/markdown/parse";
import type { Lexicon } from "../text/lexicon";
import { collectItems } from "./collect-items";
import type { ExamplePart } from "./example-part";
import { SectionPart } from "./section-part";
import type { UnitPart } from "./unit-part";

/** One of the two documents, taken apart for comparison. */
export interface Side {
  document: SpecDocument;
  lines: SourceLines | null;
  /** In document order; the first stands for what comes before the first heading. */
  sections: SectionPart[];
  units: UnitPart[];
  examples: ExamplePart[];
}

/** Takes a document apart: sections, their units and examples, in document order. */
export function readSide(
  document: SpecDocument,
  lines: SourceLines | null,
  lexicon: Lexicon,
): Side {
  const tree = sectionTree(document.content);
  const preamble = new SectionPart(0, null, null, lexicon);
  const sections = [preamble];
  const bySection = new Map<Section, SectionPart>();
  for (const section of tree.sections) {
    const parent = section.parent ? bySection.get(section.parent)! : null;
    const part = new SectionPart(sections.length, section, parent, lexicon);
    bySection.set(section, part);
    sections.push(part);
    parent?.children.push(part);
  }
  collectItems(tree.preamble, 0, preamble, lexicon);
  for (const part of sections) {
    if (part.section) collectItems(part.section.blocks, part.section.index + 1, part, lexicon);
  }
  const units = sections.flatMap((part) => part.units);
  const examples = sections.flatMap((part) => part.examples);
  units.forEach((unit, index) => (unit.index = index));
  examples.forEach((example, index) => (example.index = index));
  return { document, lines, sections, units, examples };
}
