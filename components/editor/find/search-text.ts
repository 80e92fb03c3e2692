import type { Node } from "@tiptap/pm/model";

export interface Match {
  from: number;
  to: number;
}

export interface SearchOptions {
  query: string;
  matchCase: boolean;
}

/** Places where a text stands, over the whole spec, messages and bodies included. */
export function searchText(doc: Node, { query, matchCase }: SearchOptions): Match[] {
  if (query === "") return [];
  const wanted = matchCase ? query : query.toLowerCase();
  const matches: Match[] = [];
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true;
    // An atom is one sign, as it is one place in the text, so that offsets agree.
    const text = block.textBetween(0, block.content.size, undefined, "\uFFFC");
    const haystack = matchCase ? text : lowered(text);
    for (
      let at = haystack.indexOf(wanted);
      at >= 0;
      at = haystack.indexOf(wanted, at + wanted.length)
    ) {
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    }
    return false;
  });
  return matches;
}

/** Lower case of the same length: a few letters of the world grow when they are lowered. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, (sign) =>
        sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
      ).join("");
}
