import type { SpecDocument } from "@/lib/spec/document";
import { walk } from "@/lib/spec/walk";
import type { Change, Place } from "./change";

/**
 * How many words a reader is shown as deleted or inserted, the whole of examples that came or went
 * included. Text that moved is not counted, nor what is said a second time as part of something else.
 */
export function shownWords(
  changes: readonly Change[],
  before: SpecDocument,
  after: SpecDocument,
): number {
  let words = 0;
  for (const change of changes) {
    if (SAID_ELSEWHERE.test(change.kind)) continue;
    const marked = change.parts.filter(({ kind }) => kind !== "same").map(({ text }) => text);
    for (const text of [...marked, ...wholeTexts(change, before, after)]) {
      words += text?.match(/\S+/g)?.length ?? 0;
    }
  }
  return words;
}

/** Texts that are shown from the first word to the last. */
function wholeTexts(
  { kind, before: was, after: now, from, to }: Change,
  before: SpecDocument,
  after: SpecDocument,
): (string | null)[] {
  if (kind === "example.added") return [exampleText(after, to)];
  if (kind === "example.removed") return [exampleText(before, from)];
  return /\.(?:added|removed)$/.test(kind) ? [was, now] : [];
}

function exampleText({ content }: SpecDocument, place: Place | null): string {
  const texts: string[] = [];
  const uid = place?.exampleUid ?? null;
  walk(content.slice(place?.block ?? 0, (place?.block ?? 0) + 1), (node) => {
    if (node.type !== "example" || (uid !== null && node.attrs?.["uid"] !== uid)) return;
    walk([node], ({ text }) => {
      if (text !== undefined) texts.push(text);
    });
  });
  return texts.join(" ");
}

/** Kinds whose words stand in another change too, or that show no words of the text. */
const SAID_ELSEWHERE = /^(?:level|marker|xref|link|sentence|prompts)\./;
