import { BETWEEN_CELLS, rowContent } from "@/lib/diff/parts/row-content";
import type { InlineJson, NodeJson } from "@/lib/spec/block-json";

type Side = "before" | "after";

/** Words between two cells, which tell where a row is parted again; cutting a text keeps what its node holds. */
type CellEnd = InlineJson & { cellEnd?: Side };

/** The words of a text, or of all cells of a row in one run, as they are compared (`lib/diff`). */
export function runOf(node: NodeJson, side: Side): InlineJson[] {
  if (node.type !== "tableRow") return (node.content ?? []) as InlineJson[];
  const end = { type: "text", text: BETWEEN_CELLS, cellEnd: side } as NodeJson;
  return rowContent(node, end) as InlineJson[];
}

/**
 * Puts words back into a text, or into the cells of a row.
 *
 * @param side Whose ends of cells part the row. Those of the other side are gone.
 */
export function setWords(node: NodeJson, words: readonly InlineJson[], side: Side): void {
  if (node.type !== "tableRow") return void (node.content = words as NodeJson[]);
  const cells: InlineJson[][] = [[]];
  let ended = "";
  for (const word of words as readonly CellEnd[]) {
    if (word.cellEnd === undefined) cells.at(-1)!.push(word);
    else if (word.cellEnd === side && word.type === "text") {
      // A change may have cut it.
      ended += word.text;
      if (ended.length < BETWEEN_CELLS.length) continue;
      ended = "";
      cells.push([]);
    }
  }
  node.content?.forEach((cell, index) => (cell.content = (cells[index] ?? []) as NodeJson[]));
}
