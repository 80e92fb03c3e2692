import type { ReactNode } from "react";
import { ChangeList } from "./change-list";
import { ChangedChapters } from "./changed-chapters";
import type { Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import { layOutDiff, type DiffLayoutView } from "./diff-layout";
import type { DiffParts, Fold } from "./diff-parts";
import { DiffSummary } from "./diff-summary";
import { DiffText } from "./diff-text";
import type { DiffSlots } from "./section-diff";

export interface DiffViewProps {
  comparison: Comparison;
  filter: DiffFilter;
  /** The address of this page with another filter. */
  hrefWith: (filter: DiffFilter) => string;
  parts: DiffParts;
  slots?: DiffSlots;
  /** Without it, all of the text is on the page. */
  fold?: Fold;
  /** What `layOutDiff` made of the two, where somebody did that before. */
  view?: DiffLayoutView;
  /** Markup of the text, where it was drawn before, entry by entry. */
  drawn?: string;
}

/** Two texts compared: the summary first, then where, then the text, then everything as a list. */
export function DiffView(props: DiffViewProps) {
  const { comparison, filter, hrefWith, parts } = props;
  const { diff, before, after } = comparison;
  if (diff.changes.length === 0) {
    return (
      <Nothing title="Both say the same">
        Not a word, not a sign differs between {before.label} and {after.label}.
      </Nothing>
    );
  }
  const view = props.view ?? layOutDiff(comparison, filter);
  const { Stepper } = parts;
  return (
    <div className="diff">
      <DiffSummary {...{ comparison, view, filter, hrefWith, parts }} />
      {view.shown.length === 0 ? (
        <Nothing title="Nothing to show with this filter">
          {diff.changes.length} {diff.changes.length === 1 ? "change is" : "changes are"} hidden by
          it. Choose other kinds above.
        </Nothing>
      ) : (
        <div className="diff-page">
          <ChangedChapters {...{ view, filter, hrefWith, parts }} />
          <DiffText {...props} view={view} />
        </div>
      )}
      <ChangeList view={view} />
      {view.stops > 0 && <Stepper stops={view.stops} />}
    </div>
  );
}

function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="diff-empty">
      <p>
        <b>{title}</b>
      </p>
      <p>{children}</p>
    </div>
  );
}
