import type { Stretch } from "../lines";
import type { LinkTarget } from "../inline/link-target";
import type {
  BlockToken,
  ContainerToken,
  ItemToken,
  LeafToken,
  LineSlice,
  RootToken,
} from "./block-token";
import { LineCursor } from "./line-cursor";

/** A container that the next line may continue. */
export interface OpenContainer {
  token: ContainerToken;
  /** For items: columns that a line needs to belong to it, and those most of its lines have more. */
  content: number;
  extra: number | null;
}

/** A block of text that the next line may continue. */
export interface OpenLeaf<T extends LeafToken = LeafToken> {
  token: T;
  /** White space before its first line, which its other lines may have, too. */
  indent: number;
  /** For fences: how long the closing run must be. */
  length: number;
  /** For HTML: what ends it; null when a blank line does. */
  end: RegExp | null;
  /** Blank lines that belong to it only if more of it follows. */
  blanks: LineSlice[];
}

/** Where the scanner stands: what is open, and the place in the current line. */
export class ScanState {
  readonly definitions = new Map<string, LinkTarget>();
  readonly root: RootToken;
  readonly open: OpenContainer[];
  leaf: OpenLeaf | null = null;
  cursor: LineCursor;
  /** Number of the current line, from 1. */
  line = 0;

  constructor(readonly text: string) {
    this.root = { kind: "root", start: 0, end: text.length, line: 1, children: [] };
    this.open = [{ token: this.root, content: 0, extra: null }];
    this.cursor = new LineCursor(text, [0, 0]);
  }

  goTo(number: number, line: Stretch): void {
    this.line = number;
    this.cursor = new LineCursor(this.text, line);
  }

  get top(): OpenContainer {
    return this.open.at(-1)!;
  }

  pushContainer(token: ContainerToken, content = 0): void {
    (this.top.token.children as (BlockToken | ItemToken)[]).push(token as BlockToken);
    this.open.push({ token, content, extra: null });
    this.leaf = null;
  }

  pushLeaf(token: LeafToken, more: Partial<OpenLeaf> = {}): void {
    this.siblings().push(token);
    this.leaf = { token, indent: 0, length: 0, end: null, blanks: [], ...more };
  }

  siblings(): BlockToken[] {
    return this.top.token.children as BlockToken[];
  }

  /** Ends the open block of text. False, so that a caller can pass on "not continued". */
  endLeaf(): false {
    this.leaf = null;
    return false;
  }

  addLine(leaf: OpenLeaf, slice: LineSlice): true {
    const token = leaf.token as LeafToken & { lines: LineSlice[] };
    for (const blank of leaf.blanks) token.lines.push(blank);
    leaf.blanks = [];
    token.lines.push(slice);
    token.end = slice.end;
    return true;
  }

  /** Keeps a blank line in mind until it is known whether the block goes on. */
  addBlank(leaf: OpenLeaf, slice: LineSlice): true {
    leaf.blanks.push(slice);
    return true;
  }

  /** The visible part of the line. */
  textSlice(): LineSlice {
    return { start: this.cursor.next, end: this.cursor.end, pad: 0 };
  }

  /** The line behind up to as much white space as the first line of the block has. */
  dedented(leaf: OpenLeaf): LineSlice {
    this.cursor.skipColumns(Math.min(leaf.indent, this.cursor.indent));
    return this.cursor.slice();
  }

  /** Closes containers until so many are open, and sets their ends. */
  closeTo(depth: number): void {
    this.leaf = null;
    while (this.open.length > depth) {
      const { token } = this.open.pop()!;
      const last = token.children.at(-1);
      if (last) token.end = last.end;
    }
  }

  closeList(): void {
    if (this.top.token.kind === "list") this.closeTo(this.open.length - 1);
  }

  /**
   * Where a block on this line starts: behind the white space that its container puts before all its
   * lines. In a list item the first line after the marker's decides how much that is.
   */
  place(): { start: number; end: number; line: number } {
    const { cursor, line } = this;
    let extra = this.#extraHere();
    let start = cursor.at;
    while (extra-- > 0 && start < cursor.next && this.text[start] === " ") start++;
    return { start, end: cursor.end, line };
  }

  /** Columns that lines of this item have beyond what it needs; 0 on the line of its marker. */
  extraOf(container: OpenContainer): number {
    return container.token.line === this.line ? 0 : (container.extra ?? 0);
  }

  /** The container that new blocks go into: lists hold only items. */
  container(): OpenContainer {
    return this.top.token.kind === "list" ? this.open.at(-2)! : this.top;
  }

  #extraHere(): number {
    const container = this.container();
    const { token } = container;
    if (token.kind !== "item" || token.line === this.line) return 0;
    if (container.extra === null) {
      container.extra = this.cursor.indent <= 3 ? this.cursor.indent : 0;
      token.indent += container.extra;
      token.indentSeen = true;
    }
    return container.extra;
  }
}
