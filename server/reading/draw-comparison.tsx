import { layOutDiff } from "@/components/diff/diff-layout";
import { DiffEntry } from "@/components/diff/diff-text";
import {
  ComparisonPage,
  ENTRIES,
  filterHref,
  type ComparisonFacts,
} from "@/components/reading/comparison-page";
import { fetchedFolds } from "@/components/reading/comparison-parts";
import { comparePath } from "@/components/reading/reading-facts";
import { drawInPieces } from "./draw-in-pieces";
import { BLOCK_CLASSES, type StyleRules } from "./page-style";
import { pageText, type PageText } from "./page-text";

/** Draws the page of a comparison, a section at a time, so that others are served meanwhile. */
export async function drawComparison(facts: ComparisonFacts, style: StyleRules): Promise<PageText> {
  const { comparison, filter, spec, newer, older } = facts;
  const view = layOutDiff(comparison, filter);
  const path = comparePath(spec, newer, older.label);
  const own = { comparison, filter, view, hrefWith: filterHref(path), fold: fetchedFolds(path) };
  const entries = await drawInPieces(view.entries, (entry) => <DiffEntry {...own} entry={entry} />);
  return pageText(<ComparisonPage facts={facts} view={view} />, style, {
    fill: (html) => html.replace(ENTRIES, () => entries),
    // Unfolded text is fetched, and may hold what nothing on the page has.
    classes: BLOCK_CLASSES,
  });
}
