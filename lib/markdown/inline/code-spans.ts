/**
 * Finds the ends of code spans in one text. All runs of backticks are listed once by length, so that a
 * text full of unmatched runs stays linear.
 */
export class CodeSpans {
  #runs: Map<number, number[]> | null = null;
  readonly #passed = new Map<number, number>();

  constructor(private readonly text: string) {}

  /**
   * Reads the span that opens at a backtick.
   *
   * @returns Its content by CommonMark's rules and where it ends; null content when nothing closes it,
   *   then `end` is the end of the run.
   */
  readAt(at: number): { content: string | null; end: number } {
    let open = at;
    while (this.text[open] === "`") open++;
    const length = open - at;
    const close = this.#closeAfter(open, length);
    if (close === null) return { content: null, end: open };
    return { content: clean(this.text.slice(open, close)), end: close + length };
  }

  #closeAfter(from: number, length: number): number | null {
    this.#runs ??= listRuns(this.text);
    const places = this.#runs.get(length) ?? [];
    let index = this.#passed.get(length) ?? 0;
    while (index < places.length && places[index]! < from) index++;
    this.#passed.set(length, index);
    return places[index] ?? null;
  }
}

function listRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const places = runs.get(match[0].length);
    if (places) places.push(match.index);
    else runs.set(match[0].length, [match.index]);
  }
  return runs;
}

/** Line ends read as spaces; one space at both ends is only there to keep backticks apart. */
function clean(content: string): string {
  const line = content.replaceAll("\n", " ");
  const padded = line.startsWith(" ") && line.endsWith(" ") && /[^ ]/.test(line);
  return padded ? line.slice(1, -1) : line;
}
