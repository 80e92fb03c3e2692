import type { ParagraphJson } from "@/lib/spec/block-json";
import type { Term } from "@/lib/spec/glossary";

/** Links from words that a spec defines to what they mean. */
export interface TermLinks {
  /** What the address of a definition ends with; null for all other paragraphs. */
  anchorOf: (paragraph: ParagraphJson | undefined) => string | null;
  /** Where a text uses a term that was not linked yet; finding it counts as linking. */
  find: (text: string) => { from: number; to: number; href: string } | null;
}

/** Ends of words in the plural count, parts of longer words do not. */
export const termPattern = (terms: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d-])(${terms
      .toSorted((a, b) => b.length - a.length)
      .map((term) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("|")})s?(?![\\p{L}\\d])`,
    "giu",
  );

/**
 * Links each term once.
 *
 * @param hrefOf The address of an anchor.
 * @param links Whether words are linked at all: where they are defined they are not.
 */
export function termLinks(
  terms: readonly Term[],
  hrefOf: (anchor: string) => string,
  links = true,
): TermLinks | undefined {
  if (terms.length === 0) return undefined;
  const anchors = new Map(terms.map(({ definition, anchor }) => [definition, anchor]));
  const byWord = new Map(terms.map(({ term, anchor }) => [term.toLowerCase(), anchor]));
  const pattern = termPattern(terms.map(({ term }) => term));
  return {
    anchorOf: (paragraph) => (paragraph && anchors.get(paragraph)) ?? null,
    find: (text) => {
      if (!links) return null;
      for (const match of text.matchAll(pattern)) {
        const word = match[1]!.toLowerCase();
        const anchor = byWord.get(word);
        if (anchor === undefined) continue;
        byWord.delete(word);
        return { from: match.index, to: match.index + match[0].length, href: hrefOf(anchor) };
      }
      return null;
    },
  };
}
