import type { Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import { exportHtml } from "./export-html";
import { exportMarkdown } from "./export-markdown";

export const EXPORT_FORMATS = ["markdown", "html", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  body: string;
  type:
    "text/markdown; charset=utf-8" | "text/html; charset=utf-8" | "application/json; charset=utf-8";
  name: string;
}

/** A comparison as a file to take along. JSON has every change, whatever the filter. */
export function exportComparison(
  comparison: Comparison,
  filter: DiffFilter,
  format: ExportFormat,
): ExportedFile {
  const { before, after, diff } = comparison;
  const name = `${fileWord(before.label)}-to-${fileWord(after.label)}`;
  switch (format) {
    case "markdown":
      return {
        body: exportMarkdown(comparison, filter),
        type: "text/markdown; charset=utf-8",
        name: `${name}.md`,
      };
    case "html":
      return {
        body: exportHtml(comparison, filter),
        type: "text/html; charset=utf-8",
        name: `${name}.html`,
      };
    case "json": {
      const { format: kind, version, from, to, changes } = diff;
      return {
        body: `${JSON.stringify({ format: kind, version, from, to, changes }, null, 2)}\n`,
        type: "application/json; charset=utf-8",
        name: `${name}.json`,
      };
    }
  }
}

const fileWord = (label: string) => label.replaceAll(/[^A-Za-z0-9._-]+/g, "-").toLowerCase();
