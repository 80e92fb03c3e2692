"use server";

import { z } from "zod";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { UnchangedRange } from "@/components/diff/unchanged-range";
import { unchangedText } from "@/components/diff/unchanged-text";
import { action } from "@/lib/action";
import { openText } from "./open-text";

const ShowUnchanged = z.object({
  specId: z.uuid(),
  to: z.string().max(300),
  range: UnchangedRange,
});

const show = action(ShowUnchanged, async (actor, { specId, to, range }) =>
  unchangedText(await openText(actor, specId, to), range, { formula: formulaMarkup }),
);

/** The text behind a fold; reads only, and only what the page itself may read. */
export async function showUnchanged(
  place: Omit<z.input<typeof ShowUnchanged>, "range">,
  range: UnchangedRange,
) {
  return show({ ...place, range });
}
