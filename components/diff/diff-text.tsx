import type { Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import type { DiffLayoutView } from "./diff-layout";
import type { Fold } from "./diff-parts";
import { PromptChanges } from "./prompt-changes";
import { QuietSections } from "./quiet-sections";
import { SectionDiff, type DiffSlots } from "./section-diff";

export interface DiffTextProps {
  comparison: Comparison;
  view: DiffLayoutView;
  filter: DiffFilter;
  /** The address of this page with another filter. */
  hrefWith: (filter: DiffFilter) => string;
  slots?: DiffSlots | undefined;
  /** Without it, all of the text is on the page. */
  fold?: Fold | undefined;
  /** Markup of the entries, where they were drawn before, one by one. */
  drawn?: string | undefined;
}

/** The text with what changed in it, everything else folded. Works without scripts. */
export function DiffText(props: DiffTextProps) {
  const { comparison, view, filter, drawn } = props;
  return (
    <div className={`spec-text diff-text diff-${filter.layout}`}>
      {filter.layout === "split" && (
        <div className="diff-columns diff-sides" aria-hidden>
          <p>{comparison.before.label}</p>
          <p>{comparison.after.label}</p>
        </div>
      )}
      {drawn === undefined ? (
        <div className="diff-entries">
          {view.entries.map((entry, index) => (
            <DiffEntry key={index} {...props} entry={entry} />
          ))}
        </div>
      ) : (
        <div className="diff-entries" dangerouslySetInnerHTML={{ __html: drawn }} />
      )}
      <PromptChanges changes={view.shown} />
    </div>
  );
}

export interface DiffEntryProps extends Omit<DiffTextProps, "drawn"> {
  entry: DiffLayoutView["entries"][number];
}

/** A section with its changes, or a stretch of sections without any. */
export function DiffEntry(props: DiffEntryProps) {
  const { entry, comparison, view, filter, hrefWith, slots, fold } = props;
  const unfoldedHref = hrefWith({ ...filter, unchanged: true });
  if (entry.kind === "quiet") {
    return (
      <QuietSections
        rows={entry.rows}
        comparison={comparison}
        withText={filter.unchanged}
        showHref={unfoldedHref}
      />
    );
  }
  return (
    <SectionDiff
      section={entry}
      comparison={comparison}
      layout={filter.layout}
      anchorOf={view.anchorOf}
      unfoldedHref={unfoldedHref}
      fold={filter.unchanged ? undefined : fold}
      slots={slots}
    />
  );
}
