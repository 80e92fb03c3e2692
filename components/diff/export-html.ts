import { summarise } from "@/lib/diff/summary";
import type { WordPart } from "@/lib/diff/change";
import type { Comparison } from "./comparison";
import type { DiffFilter } from "./diff-filter";
import { exportEntries } from "./export-entries";

/** A comparison as one HTML file that needs nothing else: for mail, archives and printers. */
export function exportHtml(comparison: Comparison, filter: DiffFilter): string {
  const { before, after, diff } = comparison;
  const title = text(`${before.label} to ${after.label}`);
  const sections = exportEntries(comparison, filter).map(({ title: name, entries }) => {
    const items = entries.map(({ sentence, parts }) => {
      const words = parts.length > 0 ? `<blockquote>${parts.map(word).join("")}</blockquote>` : "";
      return `<li>${text(sentence)}${words}</li>`;
    });
    return `<h2>${text(name)}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${LOOK}</style>
<h1>${title}</h1>
<p>${text(summarise(diff).sentence)}.</p>
${sections.join("\n")}
</html>
`;
}

const LOOK = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif}
h1,h2{line-height:1.25}li{margin:.75rem 0}blockquote{margin:.5rem 0 0;white-space:pre-wrap}
ins{background:#d9eed5;text-decoration:underline 2px}del{background:#f8dbd5;text-decoration:line-through}`;

const word = ({ kind, text: words }: WordPart) =>
  kind === "same" ? text(words) : `<${kind}>${text(words)}</${kind}>`;

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const text = (words: string) => words.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]!);
