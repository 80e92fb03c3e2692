"use server";

import { z } from "zod";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { UnchangedRange } from "@/components/diff/unchanged-range";
import { unchangedText } from "@/components/diff/unchanged-text";
import { publicAction } from "@/lib/action";
import { getPublishedPair } from "@/lib/data/published-pair";

const label = z.string().max(300);
const ShowPublished = z.object({
  spec: label,
  release: label,
  other: label,
  range: UnchangedRange,
});

const show = publicAction(ShowPublished, async ({ spec, release, other, range }) => {
  const { newer } = await getPublishedPair(spec, release, other);
  return unchangedText(newer, range, { formula: formulaMarkup });
});

/** The text behind a fold of two releases; for everybody, as the page itself is. */
export async function showPublished(
  place: Omit<z.input<typeof ShowPublished>, "range">,
  range: UnchangedRange,
) {
  return show({ ...place, range });
}
