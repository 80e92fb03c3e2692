import { z } from "zod";
import { nodeKey } from "@/lib/diff/parts/content-key";
import type { BlockJson } from "@/lib/spec/block-json";

/** Blocks of the text after, by their places, with a number that tells whether they are still the same. */
export const UnchangedRange = z.object({
  blocks: z.array(z.int().nonnegative()).min(1).max(2_000),
  key: z.number(),
});
export type UnchangedRange = z.output<typeof UnchangedRange>;

export function unchangedRange(
  content: readonly BlockJson[],
  blocks: readonly number[],
): UnchangedRange {
  return { blocks: [...blocks], key: keyOf(content, blocks) };
}

/** The blocks that are meant; null when the text is another one by now. */
export function blocksInRange(
  content: readonly BlockJson[],
  { blocks, key }: UnchangedRange,
): BlockJson[] | null {
  if (blocks.some((index) => index >= content.length)) return null;
  return keyOf(content, blocks) === key ? blocks.map((index) => content[index]!) : null;
}

const keyOf = (content: readonly BlockJson[], blocks: readonly number[]) =>
  nodeKey({ type: "fold", content: blocks.map((index) => content[index]!) });
