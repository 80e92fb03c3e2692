import type { BlockJson, InlineJson, ParagraphJson } from "./block-json";
import { plainText } from "./plain-text";
import type { Section, SectionTree } from "./section-tree";

/** A word that a spec defines, and the paragraph that says what it means. */
export interface Term {
  /** As it is written: `Hidden chain-of-thought message`. */
  term: string;
  /** What its address ends with: `term-hidden-chain-of-thought-message`. */
  anchor: string;
  definition: ParagraphJson;
  section: Section;
}

const PLACES = /^(definitions|glossary|terms|terminology)\b/i;
// Written like a definition, and none.
const NO_TERMS = new Set(["example", "note", "commentary"]);

/**
 * The words that a spec defines itself: in a section called Definitions or Glossary, a paragraph or an
 * item that begins with a bold word and a colon or a dash. Each word once, in the order of the text.
 */
export function glossary(tree: SectionTree): Term[] {
  const found = new Map<string, Term>();
  for (const section of tree.sections) {
    if (!isGlossary(section)) continue;
    for (const definition of paragraphsOf(section.blocks)) {
      const term = definedIn(definition);
      if (term === null || NO_TERMS.has(term.toLowerCase())) continue;
      const anchor = `term-${term
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-|-$/g, "")}`;
      if (anchor !== "term-" && !found.has(anchor) && !tree.byId.has(anchor)) {
        found.set(anchor, { term, anchor, definition, section });
      }
    }
  }
  return [...found.values()];
}

/** Whether a section is the place for definitions, by its own title or that of a section around it. */
function isGlossary(section: Section): boolean {
  for (let each: Section | null = section; each; each = each.parent) {
    if (PLACES.test(each.title)) return true;
  }
  return false;
}

function paragraphsOf(blocks: readonly BlockJson[]): ParagraphJson[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return [block];
    if (block.type !== "bulletList" && block.type !== "orderedList") return [];
    return (block.content ?? []).flatMap(({ content = [] }) =>
      content[0]?.type === "paragraph" ? [content[0]] : [],
    );
  });
}

/** `**Tool**: a program that …`, also with the colon inside of the bold word. */
function definedIn({ content = [] }: ParagraphJson): string | null {
  const end = content.findIndex((node) => !isStrong(node));
  if (end < 1) return null;
  const bold = plainText(content.slice(0, end)).trim();
  const rest = plainText(content.slice(end));
  const word = bold.replace(/\s*:$/, "");
  const isDefinition = word !== bold || /^\s*(:|---|—|–)/.test(rest);
  return isDefinition && word !== "" && word.length <= 60 ? word : null;
}

const isStrong = (node: InlineJson) => node.marks?.some(({ type }) => type === "strong") ?? false;
