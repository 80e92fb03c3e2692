import { summarise } from "@/lib/diff/summary";
import { escapeText } from "@/lib/markdown/inline/escape-text";
import type { WordPart } from "@/lib/diff/change";
import type { Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import { exportEntries } from "./export-entries";

/** A comparison as Markdown: deleted words struck, inserted ones bold. */
export function exportMarkdown(comparison: Comparison, filter: DiffFilter): string {
  const { before, after, diff } = comparison;
  const lines = [
    `# ${plain(before.label)} to ${plain(after.label)}`,
    `${plain(summarise(diff).sentence)}.`,
  ];
  for (const { title, entries } of exportEntries(comparison, filter)) {
    lines.push(`## ${plain(title)}`);
    for (const { sentence, parts } of entries) {
      lines.push(`- ${plain(sentence)}`);
      if (parts.length > 0) lines.push(`  > ${words(parts)}`);
    }
  }
  return `${lines.join("\n\n")}\n`;
}

const words = (parts: readonly WordPart[]) =>
  parts
    .map(({ kind, text }) => {
      const [, lead = "", core = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
      const sign = kind === "ins" ? "**" : kind === "del" ? "~~" : "";
      return core === "" ? " " : `${space(lead)}${sign}${plain(core)}${sign}${space(tail)}`;
    })
    .join("");

const space = (white: string) => (white === "" ? "" : " ");

/** One line without a meaning for Markdown. */
const plain = (text: string) => escapeText(text.replaceAll(/\s+/g, " ").trim(), "all", undefined);
