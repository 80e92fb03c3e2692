import { Blocks } from "@/components/blocks/blocks";
import type { SectionRow } from "@/lib/diff/document-diff";
import type { Comparison } from "./comparison";

export interface QuietSectionsProps {
  rows: readonly SectionRow[];
  comparison: Comparison;
  /** Whether their text is on the page, to be unfolded; otherwise the line leads to where it is. */
  withText: boolean;
  showHref: string;
}

/** Sections in which nothing shows, as one line. */
export function QuietSections({ rows, comparison, withText, showHref }: QuietSectionsProps) {
  const sections = rows.flatMap(({ to }) => {
    const section = to && comparison.after.sectionAt.get(to.heading);
    return section ? [section] : [];
  });
  if (sections.length === 0) return null;
  const words = `${sections.length} ${sections.length === 1 ? "section" : "sections"} without changes`;
  const names = namesOf(sections.map(({ title }) => title));
  if (!withText) {
    return (
      <p className="diff-quiet">
        <b>{words}</b> {names} <a href={showHref}>Show the text</a>
      </p>
    );
  }
  return (
    <details className="diff-quiet">
      <summary>
        <b>{words}</b> {names}
      </summary>
      {sections.map((section) => (
        <div key={section.index}>
          <h3>{section.title}</h3>
          <Blocks blocks={section.blocks} context={comparison.after.context} />
        </div>
      ))}
    </details>
  );
}

/** Between a handful of names nobody needs a sum; forty of them nobody reads. */
function namesOf(titles: readonly string[]): string {
  if (titles.length <= MOST_NAMED) return titles.join(" · ");
  const shown = titles.slice(0, MOST_NAMED - 2);
  return `${shown.join(" · ")} · … · ${titles.at(-1)}`;
}

const MOST_NAMED = 8;
