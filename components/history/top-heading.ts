import type { BlockJson } from "@/lib/spec/block-json";

/**
 * The `topHeading` of a context under which the highest heading of a text is an `h<level>`, whatever
 * level the text itself begins with: an outline of a page leaves out no level.
 */
export function topHeadingFor(blocks: readonly BlockJson[], level: number): number {
  const levels = blocks.flatMap((block) => (block.type === "heading" ? [block.attrs.level] : []));
  return level + 1 - Math.min(...levels, 6);
}
