import Link from "next/link";
import type { Section } from "@/lib/spec/section-tree";
import { chapterKey, chapterOf, type Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import type { DiffLayoutView, ShownSection } from "./diff-layout";

export interface ChangedChaptersProps {
  comparison: Comparison;
  view: DiffLayoutView;
  filter: DiffFilter;
  hrefWith: (filter: DiffFilter) => string;
}

/** Chapters in which something changed, each with its sections, as a way into the text. */
export function ChangedChapters({ view, filter, hrefWith }: ChangedChaptersProps) {
  const chapters = byChapter(view);
  if (chapters.length === 0) return null;
  return (
    <nav aria-label="Sections with changes">
      <h2 className="mb-2 font-semibold">Where</h2>
      <ul className="diff-chapters">
        {chapters.map(({ chapter, sections }) => (
          <li key={chapter.index}>
            <details className="group" open={filter.chapter === chapterKey(chapter)}>
              <summary className="flex min-h-6 items-baseline gap-2">
                <span className="min-w-0 flex-1">{chapter.title}</span>
                <span className="text-sm text-ink-muted tabular-nums">
                  {sections.length} {sections.length === 1 ? "section" : "sections"}
                </span>
              </summary>
              <ul className="mt-1 mb-3 grid gap-1 ps-4">
                {sections.map((section) => (
                  <li key={section.anchor}>
                    <a className="link" href={`#${section.anchor}`}>
                      {(section.after ?? section.before)?.title}
                    </a>
                  </li>
                ))}
                <li>
                  <Link
                    className="link text-sm"
                    scroll={false}
                    prefetch={false}
                    href={hrefWith({
                      ...filter,
                      chapter: filter.chapter === chapterKey(chapter) ? null : chapterKey(chapter),
                    })}
                  >
                    {filter.chapter === chapterKey(chapter)
                      ? "Show all chapters"
                      : "Show this chapter alone"}
                  </Link>
                </li>
              </ul>
            </details>
          </li>
        ))}
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
