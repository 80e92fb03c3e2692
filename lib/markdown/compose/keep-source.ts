/**
 * Carries the habits of an edited text over to its new wording: what stands around the edit keeps its
 * own spelling (`_so_`, `&quot;`, blanks at line ends), only what changed is written anew.
 *
 * Compares by lines, then by words. The result is a proposal: whoever asks must check that it reads
 * back as the new wording.
 *
 * @param raw How the old wording stands in the source.
 * @param before How the printer would write the old wording.
 * @param after How the printer writes the new one.
 */
export function keepSource(raw: string, before: string, after: string): string {
  return keepPieces(raw, before, after, ["\n", " "]);
}

function keepPieces(
  raw: string,
  before: string,
  after: string,
  [separator, ...finer]: string[],
): string {
  if (separator === undefined || raw === before || before === after) {
    return before === after ? raw : after;
  }
  const own = raw.split(separator);
  const old = before.split(separator);
  const next = after.split(separator);
  // Only pieces that stand for each other can be told apart.
  if (own.length !== old.length) return after;
  const start = commonStart(old, next);
  const end = commonEnd(old, next, start);
  const oldMiddle = old.slice(start, old.length - end);
  const nextMiddle = next.slice(start, next.length - end);
  const middle =
    oldMiddle.length === 1 && nextMiddle.length === 1
      ? [keepPieces(own[start]!, oldMiddle[0]!, nextMiddle[0]!, finer)]
      : nextMiddle;
  return [...own.slice(0, start), ...middle, ...own.slice(own.length - end)].join(separator);
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let count = 0;
  const most = Math.min(a.length, b.length) - start;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}
