import type { LineSlice } from "./block-token";
import type { Stretch } from "../lines";

/**
 * A place in one line, counted in characters and in columns, because a tab reaches to the next
 * multiple of four (CommonMark 2.2).
 */
export class LineCursor {
  at: number;
  column = 0;
  /** Columns of a tab that are used up while the tab itself is not. */
  #insideTab = false;
  /** The first character that is no white space, and how many columns away it is. */
  next = 0;
  indent = 0;
  blank = false;

  constructor(
    readonly text: string,
    readonly line: Stretch,
  ) {
    this.at = line[0];
    this.#look();
  }

  get end(): number {
    return this.line[1];
  }

  /** The rest of the line from its first visible character. */
  rest(): string {
    return this.text.slice(this.next, this.end);
  }

  /** The first visible character; empty at the end of the line. */
  first(): string {
    return this.blank ? "" : this.text[this.next]!;
  }

  slice(): LineSlice {
    const pad = this.#insideTab ? 4 - (this.column % 4) : 0;
    return { start: this.#insideTab ? this.at + 1 : this.at, end: this.end, pad };
  }

  /** Moves over up to so many columns of white space. */
  skipColumns(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.end) {
      const character = this.text[this.at];
      if (character === "\t") {
        const width = 4 - (this.column % 4);
        this.#insideTab = width > left;
        this.column += Math.min(width, left);
        if (!this.#insideTab) this.at++;
        left -= Math.min(width, left);
      } else if (character === " ") {
        this.#step();
        left--;
      } else {
        break;
      }
    }
    this.#look();
  }

  /** Moves over so many visible characters, white space before them included. */
  skipVisible(count: number): void {
    this.skipColumns(this.indent);
    for (let left = count; left > 0 && this.at < this.end; left--) this.#step();
    this.#look();
  }

  #step(): void {
    this.#insideTab = false;
    this.at++;
    this.column++;
  }

  #look(): void {
    let place = this.at;
    let column = this.column;
    for (; place < this.end; place++) {
      const character = this.text[place];
      if (character === " ") column++;
      else if (character === "\t") column += 4 - (column % 4);
      else break;
    }
    this.next = place;
    this.indent = column - this.column;
    this.blank = place >= this.end;
  }
}
