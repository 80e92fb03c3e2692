/**
 * Sets plain source the way a book would: `---` as —, `--` between figures as –, `...` as …, straight
 * quotes as curly ones. Which way a quote turns depends on the sign before it, which may stand in
 * another node, so one typesetter is fed the texts of a paragraph in order.
 */
export class Typesetter {
  #before = "";

  /** The next piece of the paragraph, set. */
  set(text: string): string {
    const dashed = text
      .replaceAll("---", "—")
      .replaceAll(/(?<=\d)--(?=\d)/g, "–")
      .replaceAll(/(?<!\.)\.\.\.(?!\.)/g, "…");
    let result = "";
    for (const sign of dashed) {
      result += sign === '"' ? this.#double() : sign === "'" ? this.#single() : sign;
      this.#before = sign === '"' || sign === "'" ? (result.at(-1) ?? "") : sign;
    }
    return result;
  }

  /** Something that is no text stood here: a formula, a piece of code. */
  skip(): void {
    this.#before = "x";
  }

  #double = () => (this.#opens() ? "“" : "”");
  #single = () => (this.#opens() ? "‘" : "’");

  /** At the start, after a space, a dash, an opening bracket or another opening quote. */
  #opens(): boolean {
    return this.#before === "" || /[\s([{<—–/“‘\u200b-]/u.test(this.#before);
  }
}

/** One text by itself, set. */
export const typeset = (text: string): string => new Typesetter().set(text);

/** Text that runs from right to left says so; everything else keeps the page's direction. */
export function directionOf(text: string): "rtl" | undefined {
  const first = /\p{L}/u.exec(text)?.[0];
  return first &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
      first,
    )
    ? "rtl"
    : undefined;
}
