import { FileQuestion } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { ChangeList } from "./change-list";
import { ChangeStepper } from "./change-stepper";
import { ChangedChapters } from "./changed-chapters";
import type { Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import { layOutDiff } from "./diff-layout";
import { DiffSummary } from "./diff-summary";
import { DiffText } from "./diff-text";
import type { DiffSlots } from "./section-diff";
import type { ShowUnchanged } from "./unchanged-blocks";

export interface DiffViewProps {
  comparison: Comparison;
  filter: DiffFilter;
  /** The address of this page with another filter. */
  hrefWith: (filter: DiffFilter) => string;
  slots?: DiffSlots;
  /** Fetches the text of a fold; without it, all of it is on the page. */
  showUnchanged?: ShowUnchanged;
}

/** Two texts compared: the summary first, then where, then the text, then everything as a list. */
export function DiffView(props: DiffViewProps) {
  const { comparison, filter, hrefWith, slots, showUnchanged } = props;
  const { diff } = comparison;
  if (diff.changes.length === 0) {
    return (
      <EmptyState icon={FileQuestion} title="Both say the same">
        Not a word, not a sign differs between {comparison.before.label} and{" "}
        {comparison.after.label}.
      </EmptyState>
    );
  }
  const view = layOutDiff(comparison, filter);
  return (
    <>
      <DiffSummary {...{ comparison, view, filter, hrefWith }} />
      {view.shown.length === 0 ? (
        <EmptyState icon={FileQuestion} title="Nothing to show with this filter">
          {diff.changes.length} {diff.changes.length === 1 ? "change is" : "changes are"} hidden by
          it. Choose other kinds above.
        </EmptyState>
      ) : (
        <div className="diff-page">
          <ChangedChapters {...{ comparison, view, filter, hrefWith }} />
          <DiffText {...{ comparison, view, filter, hrefWith, slots, showUnchanged }} />
        </div>
      )}
      <ChangeList view={view} />
      <ChangeStepper stops={view.stops} />
    </>
  );
}
