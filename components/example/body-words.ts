/** A piece of a line in a message. */
export type BodyWord =
  | { kind: "text" | "strong" | "em" | "strike" | "code"; text: string }
  | { kind: "formula"; tex: string; display: boolean }
  | { kind: "link"; text: string; href: string }
  | { kind: "file"; name: string; caption: string }
  | { kind: "stage"; text: string }
  | { kind: "elision" };

// One alternative for each sign, tried from left to right at every place; lengths are bounded so that
// a hostile text costs no more than its size.
const SIGNS = new RegExp(
  [
    /(?<ticks>`{1,2})(?<code>[^`\n]{1,500})\k<ticks>/,
    /\*\*(?<strong>[^*\s](?:[^*\n]{0,500}[^*\s])?)\*\*/,
    /(?<![\w*])\*(?<em>[^*\s](?:[^*\n]{0,500}[^*\s])?)\*(?![\w*])/,
    /~~(?<strike>[^~\n]{1,500})~~/,
    /\\{1,2}\((?<inlineTex>[^]{1,1000}?)\\{1,2}\)/,
    /\\{1,2}\[(?<displayTex>[^]{1,2000}?)\\{1,2}\]/,
    /(?<elision>\[(?:\.\.\.|…)\])/,
    /\[file: (?<file>[^\]\s]{1,200})(?: (?<caption>[^\]\n]{1,300}))?\]/,
    /\[(?<label>[^[\]\n]{1,300})\]\((?<href>[^()\s]{1,1000})\)/,
    /(?<=^|\n)\[(?<stage>[^[\]\n]{3,300})\](?=\n|$)/,
  ]
    .map((sign) => sign.source)
    .join("|"),
  "g",
);

// What keeps its meaning in text that is shown sign by sign.
const ALSO_LITERAL = new Set(["elision", "file", "stage"]);

/**
 * Reads the words of a message: emphasis, code, formulas, links, file chips, stage directions and
 * elisions (`[...]`).
 *
 * @param literal Whether emphasis, code, formulas and links stay as they were written.
 */
export function bodyWords(text: string, literal = false): BodyWord[] {
  const words: BodyWord[] = [];
  let from = 0;
  for (const match of text.matchAll(SIGNS)) {
    const word = wordOf(match.groups ?? {});
    if (!word || (literal && !ALSO_LITERAL.has(word.kind))) continue;
    if (match.index > from) words.push({ kind: "text", text: text.slice(from, match.index) });
    words.push(word);
    from = match.index + match[0].length;
  }
  if (from < text.length) words.push({ kind: "text", text: text.slice(from) });
  return words;
}

function wordOf(found: Record<string, string | undefined>): BodyWord | null {
  for (const kind of ["code", "strong", "em", "strike", "stage"] as const) {
    const text = found[kind];
    if (text !== undefined) return { kind, text };
  }
  const tex = found["inlineTex"] ?? found["displayTex"];
  if (tex !== undefined) {
    return { kind: "formula", tex: tex.trim(), display: found["displayTex"] !== undefined };
  }
  if (found["elision"] !== undefined) return { kind: "elision" };
  const { file, caption = "", label, href } = found;
  if (file !== undefined) return { kind: "file", name: file, caption };
  if (label !== undefined && href !== undefined) return { kind: "link", text: label, href };
  return null;
}
