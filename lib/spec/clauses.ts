import { highestLevel, levelOf, type AuthorityLevel } from "./levels";
import { withDescendants, type Section, type SectionTree } from "./section-tree";

/** A section that speaks with authority. */
export interface Clause {
  section: Section;
  level: AuthorityLevel;
}

/** Sections with an authority of their own, in document order. */
export function clauses(tree: SectionTree, levels: readonly AuthorityLevel[]): Clause[] {
  return tree.sections.flatMap((section) =>
    section.authority === null ? [] : [{ section, level: levelOf(section.authority, levels) }],
  );
}

/** The authority a text under this section speaks with: its own, else that of the nearest above. */
export function inheritedLevel(
  section: Section,
  levels: readonly AuthorityLevel[],
): AuthorityLevel | null {
  let above: Section | null = section;
  while (above && above.authority === null) above = above.parent;
  return above?.authority ? levelOf(above.authority, levels) : null;
}

/** The highest authority inside a chapter: the badge it wears. */
export function highestInside(
  section: Section,
  levels: readonly AuthorityLevel[],
): AuthorityLevel | null {
  const keys = withDescendants(section).flatMap(({ authority }) => authority ?? []);
  return highestLevel(keys, levels);
}
