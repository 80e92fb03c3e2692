import type { BlockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import { Conflict } from "@/lib/errors";
import { comparedSide, type ComparedText } from "./comparison";
import { blocksInRange, type UnchangedRange } from "./unchanged-range";

/**
 * The text behind a fold of a comparison.
 *
 * @param text The text after.
 * @throws Conflict when it changed since the page was made.
 */
export function unchangedText(
  text: ComparedText,
  range: UnchangedRange,
  context: Partial<BlockContext> = {},
) {
  const blocks = blocksInRange(text.document.content, range);
  if (!blocks) {
    throw new Conflict(
      "The text went on since this page was made. Reload it to see where it stands.",
    );
  }
  return <Blocks blocks={blocks} context={comparedSide(text, context).context} />;
}
