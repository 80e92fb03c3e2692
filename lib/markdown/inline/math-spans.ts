import type { Profile } from "../profile";

/** A formula in prose. */
export interface MathSpan {
  tex: string;
  display: boolean;
  delimiter: string;
  end: number;
}

/**
 * Finds formulas in one text. Stateful: an end that is missing is searched for once.
 *
 * For dollars pandoc's rule holds, so that prices stay text: no space inside the dollars, no digit
 * after the second.
 */
export class MathSpans {
  readonly #missing = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly kinds: Profile["math"],
  ) {}

  readAt(at: number): MathSpan | null {
    for (const { open, close, display } of this.kinds) {
      if (!this.text.startsWith(open, at) || this.#missing.has(open)) continue;
      const start = at + open.length;
      const end = this.#closeAfter(open, close, start);
      if (end === null) continue;
      const tex = this.text.slice(start, end).replaceAll("\n", " ");
      return { tex, display, delimiter: open, end: end + close.length };
    }
    return null;
  }

  #closeAfter(open: string, close: string, start: number): number | null {
    if (open === "$") return this.#dollarAfter(start);
    const end = this.text.indexOf(close, start);
    if (end > start) return end;
    if (end < 0) this.#missing.add(open);
    return null;
  }

  #dollarAfter(start: number): number | null {
    if (/^[\s$]?$/.test(this.text[start] ?? "")) return null;
    const end = this.text.indexOf("$", start);
    if (end < 0) {
      this.#missing.add("$");
      return null;
    }
    const last = this.text[end - 1]!;
    const fits = !/[\s\\]/.test(last) && !/[\d$]/.test(this.text[end + 1] ?? "");
    return fits ? end : null;
  }
}
