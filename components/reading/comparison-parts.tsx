import type { DiffParts, FilterLinkProps, Fold } from "@/components/diff/diff-parts";
import { placesWords, StepperFrame } from "@/components/diff/stepper-frame";

/** The parts of a comparison without a framework in the browser (`island/compare.ts`). */
export const READING_PARTS: DiffParts = { Link: FilterLink, Stepper };

/** Crawlers need not see the same two texts a hundred times. */
function FilterLink(props: FilterLinkProps) {
  return <a rel="nofollow" {...props} />;
}

function Stepper({ stops }: { stops: number }) {
  return <StepperFrame status={placesWords(stops)} />;
}

/**
 * Folds whose text is fetched when somebody unfolds them: between two releases most of the text is the
 * same, and a page that carries it is three times as large.
 *
 * @param address Of the comparison, without a query.
 */
export const fetchedFolds =
  (address: string): Fold =>
  // eslint-disable-next-line react/display-name -- a function that draws, not a component
  ({ words, range: { blocks }, href }) => (
    <details
      className="diff-same"
      data-fold={`${address}/unchanged?blocks=${blocks[0]}-${blocks.at(-1)}`}
    >
      <summary>{words}</summary>
      <p className="diff-fetch" role="status">
        <a rel="nofollow" href={href}>
          Show the page with all of it
        </a>
      </p>
    </details>
  );
