import type { BlockJson } from "@/lib/spec/block-json";
import { Block } from "./block";
import type { BlockContext } from "./block-context";

/** Blocks of a spec, for reading. */
export function Blocks({
  blocks,
  context,
}: {
  blocks: readonly BlockJson[] | undefined;
  context: BlockContext;
}) {
  return blocks?.map((block, index) => <Block key={index} block={block} context={context} />);
}
