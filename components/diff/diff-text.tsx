import type { Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import type { DiffLayoutView } from "./diff-layout";
import { PromptChanges } from "./prompt-changes";
import { QuietSections } from "./quiet-sections";
import { SectionDiff, type DiffSlots } from "./section-diff";
import type { ShowUnchanged } from "./unchanged-blocks";

export interface DiffTextProps {
  comparison: Comparison;
  view: DiffLayoutView;
  filter: DiffFilter;
  /** The address of this page with another filter. */
  hrefWith: (filter: DiffFilter) => string;
  slots?: DiffSlots | undefined;
  /** Fetches the text of a fold; without it, all of it is on the page. */
  showUnchanged?: ShowUnchanged | undefined;
}

/** The text with what changed in it, everything else folded. Works without scripts. */
export function DiffText(props: DiffTextProps) {
  const { comparison, view, filter, hrefWith, slots } = props;
  const unfoldedHref = hrefWith({ ...filter, unchanged: true });
  const showUnchanged = filter.unchanged ? undefined : props.showUnchanged;
  return (
    <div className={`spec-text diff-text diff-${filter.layout}`}>
      {filter.layout === "split" && (
        <div className="diff-columns diff-sides" aria-hidden>
          <p>{comparison.before.label}</p>
          <p>{comparison.after.label}</p>
        </div>
      )}
      {view.entries.map((entry, index) =>
        entry.kind === "quiet" ? (
          <QuietSections
            key={index}
            rows={entry.rows}
            comparison={comparison}
            withText={filter.unchanged}
            showHref={unfoldedHref}
          />
        ) : (
          <SectionDiff
            key={index}
            section={entry}
            comparison={comparison}
            layout={filter.layout}
            anchorOf={view.anchorOf}
            unfoldedHref={unfoldedHref}
            showUnchanged={showUnchanged}
            slots={slots}
          />
        ),
      )}
      <PromptChanges changes={view.shown} comparison={comparison} />
    </div>
  );
}
