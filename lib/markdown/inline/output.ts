import { codePointBefore } from "./characters";

/**
 * Text that is written piece by piece and looked back at. Pieces, because looking at the end of a
 * string that is still being joined makes the engine join it each time, which is quadratic.
 */
export class Output {
  #pieces: string[] = [];

  /** How many pieces there are: a place to come back to. */
  get length(): number {
    return this.#pieces.length;
  }

  add(piece: string): void {
    if (piece !== "") this.#pieces.push(piece);
  }

  /** The last character. */
  last(): string | undefined {
    const piece = this.#pieces.at(-1);
    return piece === undefined ? undefined : codePointBefore(piece, piece.length);
  }

  replaceLast(replacement: string): void {
    const piece = this.#pieces.pop() ?? "";
    const last = codePointBefore(piece, piece.length) ?? "";
    this.add(piece.slice(0, piece.length - last.length));
    this.add(replacement);
  }

  /** What was written since a place. */
  from(place: number): string {
    return this.#pieces.slice(place).join("");
  }

  /** Takes back everything since a place. */
  cut(place: number): void {
    this.#pieces.length = place;
  }

  text(): string {
    return this.#pieces.join("");
  }
}
