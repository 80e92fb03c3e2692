import Link from "next/link";
import { list, plural } from "@/components/release/review-words";
import type { ReviewView } from "@/lib/data/review-view";

/** How far the draft has moved on since the candidate was made from it. */
export function DraftSince({
  view: { drift, may, label },
  slug,
}: {
  view: ReviewView;
  slug: string;
}) {
  if (drift.changes === 0) {
    return <p className="text-sm text-ink-muted">The draft says what this candidate says.</p>;
  }
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <p className="text-ink-muted">
        {plural(drift.changes, "change")} in {plural(drift.sections, "section")}
        {drift.by.length > 0 && <> by {list(drift.by.map(({ name }) => name))}</>}. Nothing of it is
        in {label}.
      </p>
      {may.cut && (
        <Link href={`/w/${slug}/releases/new`} className="link">
          Make a new candidate
        </Link>
      )}
    </div>
  );
}
