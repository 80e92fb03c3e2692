import type { SpecDocument } from "./document";
import { literalText } from "./plain-text";
import { sectionTree } from "./section-tree";

/**
 * What a spec is called: the title it was given, else `title` in its front matter, else its only
 * heading of the first level when that stands at the top. Null when it does not say; a spec whose
 * chapters are first-level headings has no title in its text.
 */
export function specTitle(document: SpecDocument): string | null {
  if (document.title) return document.title;
  const first = document.content[0];
  if (first?.type === "raw" && first.attrs.kind === "frontMatter") {
    const title = frontMatterTitle(literalText(first));
    if (title) return title;
  }
  const tops = sectionTree(document.content).sections.filter(({ level }) => level === 1);
  const opening = document.content.find((block) => block.type !== "raw");
  const only = tops.length === 1 ? tops[0] : undefined;
  return only && only.heading === opening && only.title ? only.title : null;
}

/** One line is enough to find a title; the rest of the front matter is not ours to understand. */
function frontMatterTitle(source: string): string | null {
  const value = /^title[ \t]*[:=][ \t]*(.+)$/m.exec(source)?.[1]?.trim();
  if (!value) return null;
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? (quoted[2] ?? null) : value;
}
