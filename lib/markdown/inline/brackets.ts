import type { Delimiter } from "./delimiters";
import type { InlineItem } from "./inline-items";
import { inlineTargetAt, normalLabel, type Definitions, type LinkTarget } from "./link-target";

/** An opening `[` or `![` that waits for its end. */
export interface Bracket {
  item: InlineItem;
  /** Index of the item among all. */
  index: number;
  /** Where its text starts in the source. */
  inside: number;
  image: boolean;
  /** The run of emphasis before it: runs behind it belong to its text. */
  lastDelimiter: Delimiter | null;
  /** False once a link was found inside: links hold no links. */
  active: boolean;
  /** Another bracket opened inside, so the text is no label. */
  nested: boolean;
}

/** The brackets that are open at a place, innermost last. */
export class Brackets {
  readonly #open: Bracket[] = [];

  push(bracket: Omit<Bracket, "active" | "nested">): void {
    const above = this.#open.at(-1);
    if (above) above.nested = true;
    this.#open.push({ ...bracket, active: true, nested: false });
  }

  pop(): Bracket | undefined {
    return this.#open.pop();
  }

  /** After a link: none of the open brackets can be one. Those below one that is off are off already. */
  deactivateLinks(): void {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const bracket = this.#open[index]!;
      if (bracket.image) continue;
      if (!bracket.active) return;
      bracket.active = false;
    }
  }
}

/**
 * Where the text between brackets leads: `(address)`, `[label]`, `[]` or nothing behind it.
 *
 * @param close Where the closing bracket stands.
 * @returns The target, how it is named (null: by its address, "": by its own text), and where the
 *   link ends; null when the brackets are only signs.
 */
export function targetBehind(
  text: string,
  bracket: Bracket,
  close: number,
  definitions: Definitions,
): (LinkTarget & { reference: string | null; end: number }) | null {
  const inline = inlineTargetAt(text, close + 1);
  if (inline) return { ...inline, reference: null };
  LABEL.lastIndex = close + 1;
  const label = LABEL.exec(text)?.[1];
  const end = label === undefined ? close + 1 : LABEL.lastIndex;
  if (label) return defined(label, label, end, definitions);
  if (bracket.nested || close - bracket.inside > 999) return null;
  return defined(text.slice(bracket.inside, close), "", end, definitions);
}

const LABEL = /\[((?:[^[\]\\]|\\.){0,999})\]/y;

function defined(label: string, reference: string, end: number, definitions: Definitions) {
  const target = definitions.get(normalLabel(label));
  return target ? { ...target, reference, end } : null;
}
