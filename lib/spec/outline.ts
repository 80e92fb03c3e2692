import { highestInside } from "./clauses";
import type { AuthorityLevel } from "./levels";
import type { Section, SectionTree } from "./section-tree";

/** One line of a table of contents. */
export interface OutlineEntry {
  uid: string | null;
  id: string | null;
  title: string;
  level: number;
  /** `2.3` */
  number: string;
  authority: AuthorityLevel | null;
  /** For a chapter without authority: the highest inside. */
  badge: AuthorityLevel | null;
  children: OutlineEntry[];
}

/** The table of contents, nested as the sections are. */
export function outline(tree: SectionTree, levels: readonly AuthorityLevel[]): OutlineEntry[] {
  return tree.roots.map((section) => entry(section, levels));
}

// Recursion is bounded: a section has one of six heading levels.
function entry(section: Section, levels: readonly AuthorityLevel[]): OutlineEntry {
  const { uid, id, title, level } = section;
  const badge = highestInside(section, levels);
  return {
    uid,
    id,
    title,
    level,
    number: section.number.join("."),
    authority:
      section.authority === null ? null : highestInside({ ...section, children: [] }, levels),
    badge,
    children: section.children.map((child) => entry(child, levels)),
  };
}
