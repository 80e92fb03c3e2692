import { counts, type Counts } from "@/lib/spec/counts";
import type { SpecDocument } from "@/lib/spec/document";
import { countWords } from "@/lib/spec/word-count";
import { printText } from "./print";
import type { SourceMap } from "./source-map";

/** What a spec amounts to, its size as Markdown included. */
export interface Inspection extends Counts {
  /** Runs of anything but white space in the Markdown, as `wc -w` counts them. */
  words: number;
  /** UTF-8 bytes of the Markdown. */
  bytes: number;
}

/** Counts a spec and its Markdown. Without `source` the canonical form is counted. */
export function inspect(document: SpecDocument, source?: SourceMap): Inspection {
  const text = printText(document, source);
  return {
    ...counts(document),
    words: countWords(text),
    bytes: new TextEncoder().encode(text).length,
  };
}
