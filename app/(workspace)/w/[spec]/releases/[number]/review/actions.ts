"use server";

import { z } from "zod";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { UnchangedRange } from "@/components/diff/unchanged-range";
import { unchangedText } from "@/components/diff/unchanged-text";
import { action } from "@/lib/action";
import { getCandidateText } from "@/lib/data/candidate-text";
import { sectionTree } from "@/lib/spec/section-tree";
import { passagesOf } from "@/lib/workflow/passages";

// What most readers of a review never open comes when they do: both only read.

const OfCandidate = z.object({ specId: z.uuid(), number: z.int().positive() });

const show = action(OfCandidate.extend({ range: UnchangedRange }), async (actor, input) => {
  const { label, document } = await getCandidateText(actor, input);
  return unchangedText({ document, label, href: null }, input.range, { formula: formulaMarkup });
});

const passages = action(OfCandidate.extend({ part: z.string().max(200) }), async (actor, input) => {
  const { document, baseDocument } = await getCandidateText(actor, input);
  const texts = [document, ...(baseDocument ? [baseDocument] : [])];
  const section = texts
    .flatMap(({ content }) => sectionTree(content).sections)
    .find(({ uid }) => uid === input.part);
  return passagesOf(section?.blocks ?? []);
});

/** The text behind a fold of the review. */
export async function showUnchanged(of: z.input<typeof OfCandidate>, range: UnchangedRange) {
  return show({ ...of, range });
}

/** The passages of a part, for those who comment on one. */
export async function listPassages(of: z.input<typeof OfCandidate>, part: string) {
  return passages({ ...of, part });
}
