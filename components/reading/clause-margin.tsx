import type { Section } from "@/lib/spec/section-tree";
import { comparePath, type EditionFacts } from "./reading-facts";

export interface ClauseMarginProps {
  section: Section;
  edition: EditionFacts;
}

/**
 * Beside a section: what changed in it. Discussion adds its counts here: `data-clause` names the section
 * for scripts.
 */
export function ClauseMargin({ section, edition }: ClauseMarginProps) {
  const { id } = section;
  if (id === null) return null;
  const { spec, release, sinceBefore, untilLatest } = edition;
  const news = sinceBefore?.bySection.get(id);
  const later = untilLatest?.bySection.get(id);
  const fragment = `#${encodeURIComponent(id)}`;
  return (
    <div className="margin" data-clause={id}>
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
