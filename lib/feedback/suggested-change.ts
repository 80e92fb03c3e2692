import type { WordPart } from "@/lib/diff/change";
import { Lexicon } from "@/lib/diff/text/lexicon";
import { tokenize } from "@/lib/diff/text/tokens";
import { wordParts } from "@/lib/diff/text/word-parts";

/** What somebody would write instead of the words they point at, word by word. */
export function suggestedChange(quote: string, replacement: string): WordPart[] {
  const lexicon = new Lexicon();
  return wordParts(tokenize(quote, lexicon, false), tokenize(replacement, lexicon, false));
}
