/** A stretch of the source: `text.slice(start, end)`. Ends are exclusive. */
export type Stretch = readonly [start: number, end: number];

/** Lines without their line ends. A final line end opens no further line. */
export function splitLines(text: string): Stretch[] {
  const lines: Stretch[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    lines.push([start, match.index]);
    start = ends.lastIndex;
  }
  if (start < text.length) lines.push([start, text.length]);
  return lines;
}

/** The line end that a text uses most; "\n" when it has none. */
export function mainLineEnd(text: string): "\n" | "\r\n" | "\r" {
  const tally = { "\n": 0, "\r\n": 0, "\r": 0 };
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) tally[end as "\n"]++;
  if (tally["\r\n"] > tally["\n"] && tally["\r\n"] >= tally["\r"]) return "\r\n";
  return tally["\r"] > tally["\n"] ? "\r" : "\n";
}

/** Whether a gap between two blocks holds a blank line, that is two line ends. */
export function hasBlankLine(gap: string): boolean {
  return (gap.match(/\r\n|\n|\r/g)?.length ?? 0) > 1;
}

/** The text of a document never holds another line end than "\n". */
export function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n|\r/g, "\n") : text;
}

/**
 * Without spaces and tabs at its ends. Not `trim`, which would take no-break spaces and other signs
 * that are text; and loops, because / +$/ is quadratic on long runs of spaces.
 */
export function trimBlanks(text: string): string {
  let start = 0;
  while (isBlank(text[start])) start++;
  return trimBlanksAtEnd(start === 0 ? text : text.slice(start));
}

export function trimBlanksAtEnd(text: string): string {
  let end = text.length;
  while (isBlank(text[end - 1])) end--;
  return end === text.length ? text : text.slice(0, end);
}

export function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
