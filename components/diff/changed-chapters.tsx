import type { Section } from "@/lib/spec/section-tree";
import { chapterKey, chapterOf } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import type { DiffLayoutView, ShownSection } from "./diff-layout";
import type { DiffParts } from "./diff-parts";

export interface ChangedChaptersProps {
  view: DiffLayoutView;
  filter: DiffFilter;
  hrefWith: (filter: DiffFilter) => string;
  parts: DiffParts;
}

/** Chapters in which something changed, each with its sections, as a way into the text. */
export function ChangedChapters({ view, filter, hrefWith, parts }: ChangedChaptersProps) {
  const chapters = byChapter(view);
  if (chapters.length === 0) return null;
  const { Link } = parts;
  return (
    <nav aria-label="Sections with changes" className="diff-where">
      <h2>Where</h2>
      <ul>
        {chapters.map(({ chapter, sections }) => {
          const key = chapterKey(chapter);
          const alone = filter.chapter === key;
          return (
            <li key={chapter.index}>
              <details open={alone}>
                <summary>
                  {chapter.title}
                  <small>
                    {sections.length} {sections.length === 1 ? "section" : "sections"}
                  </small>
                </summary>
                <ul>
                  {sections.map((section) => (
                    <li key={section.anchor}>
                      <a className="link" href={`#${section.anchor}`}>
                        {(section.after ?? section.before)?.title}
                      </a>
                    </li>
                  ))}
                  <li>
                    <Link
                      className="link"
                      href={hrefWith({ ...filter, chapter: alone ? null : key })}
                    >
                      {alone ? "Show all chapters" : "Show this chapter alone"}
                    </Link>
                  </li>
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface ChangedChapter {
  chapter: Section;
  sections: ShownSection[];
}

function byChapter({ entries }: DiffLayoutView): ChangedChapter[] {
  const chapters: ChangedChapter[] = [];
  const byKey = new Map<string, ChangedChapter>();
  for (const entry of entries) {
    if (entry.kind === "quiet") continue;
    const section = entry.after ?? entry.before;
    if (!section) continue;
    const chapter = chapterOf(section);
    let known = byKey.get(chapterKey(chapter));
    if (!known) {
      chapters.push((known = { chapter, sections: [] }));
      byKey.set(chapterKey(chapter), known);
    }
    known.sections.push(entry);
  }
  return chapters;
}
