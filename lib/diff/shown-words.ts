import type { Change } from "./change";

/**
 * How many words a reader is shown as deleted or inserted. Text that moved is not counted, nor what is
 * said a second time as part of something else.
 */
export function shownWords(changes: readonly Change[]): number {
  let words = 0;
  for (const change of changes) {
    if (SAID_ELSEWHERE.test(change.kind)) continue;
    const marked = change.parts.filter(({ kind }) => kind !== "same").map(({ text }) => text);
    const whole = /\.(?:added|removed)$/.test(change.kind) ? [change.before, change.after] : [];
    for (const text of [...marked, ...whole]) words += text?.match(/\S+/g)?.length ?? 0;
  }
  return words;
}

/** Kinds whose words stand in another change too, or that show no words of the text. */
const SAID_ELSEWHERE = /^(?:level|marker|xref|link|sentence|prompts)\./;
