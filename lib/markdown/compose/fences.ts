/** A fence that no line inside can close. */
export function fenceFor(sign: "`" | "~", text: string): string {
  let length = 3;
  for (const run of closingRuns(sign, text)) length = Math.max(length, run + 1);
  return sign.repeat(length);
}

/** Whether no line of the text closes a fence of this length. */
export function holdsInside(sign: "`" | "~", length: number, text: string): boolean {
  return closingRuns(sign, text).every((run) => run < length);
}

/** Lengths of the lines that consist of a run alone, whatever containers put before them. */
function closingRuns(sign: "`" | "~", text: string): number[] {
  if (!text.includes(sign.repeat(3))) return [];
  const lines = sign === "`" ? /^[> \t]*(`{3,})[ \t]*$/gm : /^[> \t]*(~{3,})[ \t]*$/gm;
  return Array.from(text.matchAll(lines), ([, run]) => run!.length);
}

/** Whether the source of a code block ends by itself and not with its container or the file. */
export function isClosedFence(raw: string): boolean {
  const open = /^[ \t]*(`{3,}|~{3,})/.exec(raw)?.[1];
  if (open === undefined) return true;
  const lastLine = raw.slice(raw.search(/[^\r\n]*$/));
  const close = /^[> \t]*(`{3,}|~{3,})[ \t]*$/.exec(lastLine)?.[1];
  const separate = lastLine.length < raw.length;
  return separate && close !== undefined && close[0] === open[0] && close.length >= open.length;
}
