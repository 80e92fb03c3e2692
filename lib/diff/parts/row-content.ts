import type { NodeJson } from "@/lib/spec/block-json";

/** What stands between two cells where a row is read as one run of words. */
export const BETWEEN_CELLS = " | ";

/** The cells of a row as one run of prose. */
export const rowContent = (
  row: NodeJson,
  between: NodeJson = { type: "text", text: BETWEEN_CELLS },
): NodeJson[] =>
  (row.content ?? []).flatMap((cell, index) => [
    ...(index > 0 ? [between] : []),
    ...(cell.content ?? []),
  ]);
