import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree, withDescendants } from "@/lib/spec/section-tree";
import { printText } from "./print";
import type { SourceMap } from "./source-map";

/**
 * One section with all that stands under it, as Markdown.
 *
 * @returns Null when no section has this id.
 */
export function clauseMarkdown(
  document: SpecDocument,
  id: string,
  source?: SourceMap,
): string | null {
  const section = sectionTree(document.content).byId.get(id);
  if (!section) return null;
  const own = withDescendants(section).flatMap(({ heading, blocks }) => [heading, ...blocks]);
  // Definitions of links stand anywhere in a file; a clause alone needs those it uses.
  const definitions = document.content.filter(
    (block) => block.type === "raw" && block.attrs.kind === "definition" && !own.includes(block),
  );
  const alone = { ...document, content: own, prompts: [] };
  const linked = own.some((block) => JSON.stringify(block).includes('"reference":"'));
  const text = printText(
    linked ? { ...alone, content: [...own, ...definitions] } : alone,
    source && { ...source, files: {} },
  );
  return text.endsWith("\n") ? text : `${text}\n`;
}
