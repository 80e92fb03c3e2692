import type { Section } from "@/lib/spec/section-tree";
import {
  clausePath,
  comparePath,
  sayPath,
  type Citation,
  type EditionFacts,
} from "./reading-facts";

export interface ClauseMarginProps {
  section: Section;
  edition: EditionFacts;
}

/**
 * Beside a section: the way to say something about it, what changed in it, and the way to its own page.
 * The script of feedback puts counts into the first link.
 */
export function ClauseMargin({ section, edition }: ClauseMarginProps) {
  const { id } = section;
  if (id === null) return null;
  const { spec, release, sinceBefore, untilLatest, citations } = edition;
  const news = sinceBefore?.bySection.get(id);
  const later = untilLatest?.bySection.get(id);
  const fragment = `#${encodeURIComponent(id)}`;
  return (
    <div className="margin">
      <a className="margin-say" rel="nofollow" href={sayPath(spec, release, id)}>
        Comment
      </a>
      <a className="margin-more" href={clausePath(spec, release, id)}>
        {citations.has(id) ? `History, cited by ${citers(citations.get(id)!)}` : "History"}
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

/** How many sections cite it; one that says it is violated there as well counts once. */
const citers = (list: readonly Citation[]) => new Set(list.map(({ number }) => number)).size;
