import { isAnchorText } from "./schema/attributes";

/**
 * The ids that headings get where a source gives none, by GitHub's rule: lower case, signs dropped,
 * spaces to hyphens, and `-1`, `-2` for repeats.
 *
 * Stateful over one file in document order, because the number of a repeat depends on what came before.
 */
export class Slugger {
  readonly #used = new Set<string>();
  // Where to go on counting, so that a thousand headings of one name are no quadratic search.
  readonly #next = new Map<string, number>();

  /** The id this title would get here, null when nothing is left of it. Does not take it. */
  propose(title: string): string | null {
    const base = slug(title);
    if (!isAnchorText(base)) return null;
    if (!this.#used.has(base)) return base;
    let number = this.#next.get(base) ?? 1;
    while (this.#used.has(`${base}-${number}`)) number++;
    this.#next.set(base, number);
    return `${base}-${number}`;
  }

  /** Takes an id, given or proposed. */
  use(id: string): void {
    this.#used.add(id);
  }
}

/** One title as an id, without looking at others. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .trim()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-")
    .slice(0, 190);
}
