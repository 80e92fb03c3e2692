import type { TableAlign, TableCellJson, TableJson, TableRowJson } from "@/lib/spec/block-json";
import { printInline } from "../inline/print-inline";
import { essence } from "./digest";
import { nextLine, type Page, type Place } from "./ink";

/** Writes a table row by row; the line under the head belongs to the head. */
export function composeTable(table: TableJson, place: Place, page: Page): string {
  const { prefix } = place;
  const rows = table.content ?? [];
  const texts: string[] = [];
  rows.forEach((row, index) => {
    const canonical = () => canonicalRow(row, index === 0, prefix, page);
    const depends = { own: essence(row), head: index === 0 };
    const text = page.ink.part({ node: row, name: "text", depends, prefix, canonical });
    const previous = rows[index - 1];
    if (previous) {
      const neighbours = { previous, next: row, previousText: texts.at(-1)!, nextText: text };
      const canonical = nextLine(prefix, page);
      texts.push(page.ink.gap({ ...neighbours, prefix, canonical, separate: true }));
    }
    texts.push(text);
  });
  return texts.join("");
}

const RULES: Record<string, string> = { left: ":--", right: "--:", center: ":-:" };

function canonicalRow(row: TableRowJson, head: boolean, prefix: string, page: Page): string {
  const cells = row.content ?? [];
  const line = bars(cells.map((cell) => cellText(cell, page)));
  if (!head) return line;
  return line + nextLine(prefix, page) + bars(cells.map((cell) => ruleOf(cell.attrs.align)));
}

/** A bar inside a cell needs a backslash, even in code (GFM 4.10). */
function cellText(cell: TableCellJson, page: Page): string {
  return printInline(cell.content ?? [], page.inline).replaceAll("|", "\\|");
}

function ruleOf(align: TableAlign): string {
  return align === null ? "---" : RULES[align]!;
}

function bars(cells: readonly string[]): string {
  return `|${cells.map((cell) => ` ${cell} |`).join("")}`;
}
