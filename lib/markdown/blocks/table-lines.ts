import type { TableAlign } from "@/lib/spec/block-json";
import { trimBlanks } from "../lines";

/**
 * Splits a table row into its cells, as source without the bars. A bar behind a backslash belongs to
 * the cell; it stays escaped here.
 */
export function splitCells(row: string): string[] {
  const trimmed = trimBlanks(row);
  const cells: string[] = [];
  let start = trimmed.startsWith("|") ? 1 : 0;
  for (let at = start; at < trimmed.length; at++) {
    if (trimmed[at] !== "|" || trimmed[at - 1] === "\\") continue;
    cells.push(trimBlanks(trimmed.slice(start, at)));
    start = at + 1;
  }
  if (start < trimmed.length || cells.length === 0) cells.push(trimBlanks(trimmed.slice(start)));
  return cells;
}

/** Reads the line between head and body of a table: null when it is none. */
export function delimiterRow(line: string): TableAlign[] | null {
  if (!/^[\s|:-]*-[\s|:-]*$/.test(line) || !line.includes("|")) return null;
  const cells = splitCells(line);
  const aligns: TableAlign[] = [];
  for (const cell of cells) {
    if (!/^:?-+:?$/.test(cell)) return null;
    const left = cell.startsWith(":");
    const right = cell.endsWith(":");
    aligns.push(left && right ? "center" : right ? "right" : left ? "left" : null);
  }
  return aligns.length > 0 ? aligns : null;
}
