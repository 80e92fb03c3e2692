import type { ChangeMark } from "@/components/blocks/inline";
import type { WordPart } from "@/lib/diff/change";
import { wordsOf } from "@/lib/diff/parts/inline-text";
import type { InlineJson, MarkJson } from "@/lib/spec/block-json";
import { wordRanges, type Range } from "./word-ranges";

type Inline = readonly InlineJson[] | undefined;

/** One run of words with what was deleted and what was inserted in it, as `Inline` draws it. */
export function mergeInline(
  before: Inline,
  after: Inline,
  parts: readonly WordPart[],
): InlineJson[] {
  const left = new InlineRun(before);
  const right = new InlineRun(after);
  const deleted = wordRanges(left.text, parts, "del");
  const inserted = wordRanges(right.text, parts, "ins");
  const merged: InlineJson[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.kind === "del") {
      const range = deleted[0];
      if (range && left.text.slice(...range) === part.text) {
        merged.push(...left.slice(range).map((node) => marked(node, "del")));
        deleted.shift();
      } else merged.push(marked({ type: "text", text: part.text }, "del"));
    } else if (part.kind === "ins") {
      const range = inserted.shift();
      if (!range) continue;
      merged.push(...right.slice([at, range[0]]));
      merged.push(...right.slice(range).map((node) => marked(node, "ins")));
      at = range[1];
    } else {
      const end = inserted[0]?.[0] ?? right.text.length;
      const own = Math.min(end, at + part.text.length);
      merged.push(...right.slice([at, own]));
      at = own;
    }
  }
  return [...merged, ...right.slice([at, right.text.length])];
}

/** One side alone with its own words marked: what was deleted in it, or inserted. */
export function markInline(
  content: Inline,
  parts: readonly WordPart[],
  kind: "ins" | "del",
): InlineJson[] {
  const run = new InlineRun(content);
  const result: InlineJson[] = [];
  let at = 0;
  for (const range of wordRanges(run.text, parts, kind)) {
    result.push(...run.slice([at, range[0]]));
    result.push(...run.slice(range).map((node) => marked(node, kind)));
    at = range[1];
  }
  return [...result, ...run.slice([at, run.text.length])];
}

/** All of it marked. */
export const markAll = (content: Inline, kind: ChangeMark["type"]): InlineJson[] =>
  (content ?? []).map((node) => marked(node, kind));

function marked(node: InlineJson, type: ChangeMark["type"]): InlineJson {
  // Outermost, so that a struck sentence with a link in it is one stroke.
  const marks = [{ type } as unknown as MarkJson, ...(node.marks ?? [])];
  return { ...node, marks } as InlineJson;
}

/** Inline content that can be cut at places of its text. */
class InlineRun {
  readonly text: string;
  readonly #pieces: { node: InlineJson; from: number; words: string }[] = [];

  constructor(content: Inline) {
    let text = "";
    for (const node of content ?? []) {
      const words = wordsOf(node);
      this.#pieces.push({ node, from: text.length, words });
      text += words;
    }
    this.text = text;
  }

  /** What stands between two places. Whatever is no text goes with the place where it begins. */
  slice([from, to]: Range): InlineJson[] {
    if (from >= to) return [];
    return this.#pieces.flatMap(({ node, from: start, words }): InlineJson[] => {
      const end = start + words.length;
      if (end <= from || start >= to) return [];
      if (node.type !== "text") return start >= from ? [node] : [];
      // Struck text has two signs on either side that its node does not hold.
      const lead = (words.length - node.text.length) / 2;
      const text = node.text.slice(
        Math.max(0, from - start - lead),
        Math.max(0, to - start - lead),
      );
      return text === "" ? [] : [{ ...node, text }];
    });
  }
}
