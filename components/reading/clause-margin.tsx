import type { Section } from "@/lib/spec/section-tree";
import { comparePath, sayPath, type EditionFacts } from "./reading-facts";

export interface ClauseMarginProps {
  section: Section;
  edition: EditionFacts;
}

/**
 * Beside a section: the way to say something about it, and what changed in it. Scripts put the counts of
 * feedback into the first link, and add history and who cites it (island/clause-links.ts).
 */
export function ClauseMargin({ section, edition }: ClauseMarginProps) {
  const { id } = section;
  if (id === null) return null;
  const { spec, release, sinceBefore, untilLatest } = edition;
  const news = sinceBefore?.bySection.get(id);
  const later = untilLatest?.bySection.get(id);
  const fragment = `#${encodeURIComponent(id)}`;
  return (
    <div className="margin">
      <a className="margin-say" rel="nofollow" href={sayPath(spec, release, id)}>
        Comment
      </a>
      {news && sinceBefore && (
        <a className="margin-news" href={comparePath(spec, release, sinceBefore.label) + fragment}>
          {news.kind === "added" ? "New" : `Changed: ${news.what || "in place"}`}
        </a>
      )}
      {later && untilLatest && (
        <a
          className="margin-later"
          href={
            later.thereId === null
              ? comparePath(spec, { label: untilLatest.label }, release.label)
              : `/${spec.slug}#${encodeURIComponent(later.thereId)}`
          }
        >
          {later.kind === "removed"
            ? `Gone in ${untilLatest.label}`
            : `Differs in ${untilLatest.label}`}
        </a>
      )}
    </div>
  );
}
