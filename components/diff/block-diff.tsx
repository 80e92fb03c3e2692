import { Block } from "@/components/blocks/block";
import type { BlockJson } from "@/lib/spec/block-json";
import type { BlockRow } from "@/lib/diff/document-diff";
import type { Change } from "@/lib/diff/change";
import type { Comparison } from "./comparison";
import type { DiffLayout } from "./diff-filter";
import { ExampleDiff } from "./example-diff";
import { LiteralDiff } from "./literal-diff";
import { mergeBlock, rowParts, sideBlock } from "./merge-block";

export interface BlockDiffProps {
  row: BlockRow;
  changes: readonly Change[];
  comparison: Comparison;
  layout: DiffLayout;
}

/** A block with what changed in it, in one column or in two. */
export function BlockDiff({ row, changes, comparison, layout }: BlockDiffProps) {
  const before = row.from === null ? null : comparison.before.document.content[row.from]!;
  const after = row.to === null ? null : comparison.after.document.content[row.to]!;
  if (before && after) {
    const both = { before, after, row, changes, comparison };
    return layout === "split" ? <SplitBlock {...both} /> : <MergedBlock {...both} />;
  }
  const alone = before ? (
    <del className="diff-block">
      <Block block={before} context={comparison.before.context} />
    </del>
  ) : (
    <ins className="diff-block">
      <Block block={after!} context={comparison.after.context} />
    </ins>
  );
  if (layout === "inline") return alone;
  return (
    <div className="diff-columns">
      {before ? alone : <div className="diff-nothing" aria-hidden />}
      {after ? alone : <div className="diff-nothing" aria-hidden />}
    </div>
  );
}

interface BothProps {
  before: BlockJson;
  after: BlockJson;
  row: BlockRow;
  changes: readonly Change[];
  comparison: Comparison;
}

function MergedBlock({ before, after, row, changes, comparison }: BothProps) {
  const { context } = comparison.after;
  if (before.type === "example" && after.type === "example") {
    return <ExampleDiff {...{ before, after, changes, comparison }} layout="inline" />;
  }
  const words = rowParts(row.changes, comparison.changeById);
  if (isLiteralBlock(after) && words.length > 0) return <LiteralDiff parts={words} />;
  if (before.type !== after.type) return <Replaced {...{ before, after, comparison }} />;
  const merged = mergeBlock(before, after, row.parts, words, comparison.changeById);
  return <Block block={merged} context={context} />;
}

function SplitBlock({ before, after, row, changes, comparison }: BothProps) {
  if (before.type === "example" && after.type === "example") {
    return <ExampleDiff {...{ before, after, changes, comparison }} layout="split" />;
  }
  const words = rowParts(row.changes, comparison.changeById);
  if (isLiteralBlock(after) && words.length > 0) return <LiteralDiff parts={words} />;
  const side = (block: BlockJson, which: "from" | "to") =>
    sideBlock(block, which, row.parts, words, comparison.changeById);
  return (
    <div className="diff-columns">
      <div>
        <Block block={side(before, "from")} context={comparison.before.context} />
      </div>
      <div>
        <Block block={side(after, "to")} context={comparison.after.context} />
      </div>
    </div>
  );
}

/** A paragraph that became a list, and the like: there is no common form to show both in. */
function Replaced({ before, after, comparison }: Omit<BothProps, "row" | "changes">) {
  return (
    <>
      <del className="diff-block">
        <Block block={before} context={comparison.before.context} />
      </del>
      <ins className="diff-block">
        <Block block={after} context={comparison.after.context} />
      </ins>
    </>
  );
}

const isLiteralBlock = ({ type }: BlockJson) =>
  type === "codeBlock" || type === "raw" || type === "image";
