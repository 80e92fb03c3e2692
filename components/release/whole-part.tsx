import { NotesText } from "./notes-text";
import { PartReview, type ReviewDeeds } from "./part-review";
import type { ReviewPart, ReviewThread } from "./review-types";

export interface WholePartProps {
  part: ReviewPart | undefined;
  label: string;
  baseLabel: string | null;
  notes: string;
  deeds: ReviewDeeds;
  threads: readonly ReviewThread[];
}

/** Longer notes are folded, so that the text to be reviewed is not a long way down. */
const LONG = 1_200;

/** What belongs to no section: label, notes, title, levels and order, approved as one. */
export function WholePart({ part, label, baseLabel, notes, deeds, threads }: WholePartProps) {
  if (!part) return null;
  return (
    <section className="mb-8 rounded-md border border-line bg-raised p-5">
      <h2 className="font-semibold">{part.title}</h2>
      <p className="mt-1 mb-4 max-w-prose text-sm text-ink-muted">
        The label {label}
        {baseLabel && ` after ${baseLabel}`}, the notes below, and what belongs to no section:
        title, authority levels, order of sections.
      </p>
      <details open={notes.length < LONG} className="mb-5 rounded-sm bg-sunken px-4 py-3">
        <summary className="cursor-pointer font-medium">Notes for readers</summary>
        <div className="mt-2">
          <NotesText text={notes} />
        </div>
      </details>
      <PartReview part={part} deeds={deeds} threads={threads} />
    </section>
  );
}
