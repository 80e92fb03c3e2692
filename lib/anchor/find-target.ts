import { clauseTarget } from "./place-clause";
import type { PlaceIndex } from "./place-index";
import type { Passage } from "./passages";
import { passageTarget, quotePassage } from "./quote-passage";
import type { Quote, Target } from "./target";

/** What a page sends of what somebody pointed at. */
export interface Pointed {
  /** The uid of a heading, an example, a response or any other block, or the id of a section. */
  on: string;
  /** The words that were selected; null for the whole of it. */
  quote: Quote | null;
}

/**
 * The target that was pointed at on a page of this document. Selected words are looked for in the block,
 * then in its section, because a selection may begin in one block and end in another; of words that
 * span several blocks the first run that is found counts.
 *
 * @returns Null when there is no such thing in the document.
 */
export function findTarget(index: PlaceIndex, { on, quote }: Pointed): Target | null {
  const section = index.sectionByUid.get(on) ?? index.sectionById.get(on);
  const example = index.examples.find((view) => view.uid === on || view.anchor === on);
  if (quote && quote.exact.trim() !== "") {
    const own = index.passagesOf.get(on) ?? [];
    const around = section ?? example?.section ?? own[0]?.section;
    const quoted = findQuote(own, quote) ?? (around && findQuote(index.passagesIn(around), quote));
    if (quoted) return quoted;
  }
  if (section) return clauseTarget(section);
  if (example) return example.uid === null ? null : { kind: "example", uid: example.uid };
  for (const { uid, responses } of index.examples) {
    if (uid !== null && responses.some((response) => response.uid === on)) {
      return { kind: "response", uid: on, exampleUid: uid };
    }
  }
  const passage = index.passagesOf.get(on)?.[0];
  return passage ? passageTarget(passage, 0, passage.text.length) : null;
}

function findQuote(passages: readonly Passage[], quote: Quote): Target | null {
  const whole = quotePassage(passages, quote);
  if (whole) return whole;
  const lines = quote.exact.split(/\n+/).filter((line) => line.trim().length > 3);
  if (lines.length < 2) return null;
  for (const line of lines.toSorted((a, b) => b.length - a.length)) {
    const found = quotePassage(passages, { exact: line, prefix: "", suffix: "" });
    if (found) return found;
  }
  return null;
}
