import { mainLineEnd, splitLines, type Stretch } from "../lines";
import type { Definitions } from "../inline/link-target";
import type { RootToken } from "./block-token";
import { continuesContainer, continuesLeaf } from "./continue-blocks";
import { frontMatterLines } from "./front-matter";
import { ScanState } from "./scan-state";
import { changesParagraph, startAt, type BlockStart, type Paragraph } from "./start-blocks";
import { fitsList } from "./start-item";

/** The blocks of a text, and what its inline content needs to know. */
export interface Scan {
  root: RootToken;
  definitions: Definitions;
  lineEnd: "\n" | "\r\n" | "\r";
}

/**
 * Containers that may be open at once. A list and its item are two, and an example adds up to three
 * levels inside, so that no document gets deeper than the 32 that readers accept.
 */
const MAX_CONTAINERS = 26;

/**
 * Finds the blocks of a text, line by line, by CommonMark's strategy: first see which open containers
 * a line continues, then what it starts, then where its text belongs. One pass; never fails.
 */
export function scanBlocks(text: string): Scan {
  const state = new ScanState(text);
  const lines = splitLines(text);
  for (let index = takeFrontMatter(state, lines); index < lines.length; index++) {
    state.goTo(index + 1, withoutByteOrderMark(text, lines[index]!));
    readLine(state);
  }
  state.closeTo(1);
  return { root: state.root, definitions: state.definitions, lineEnd: mainLineEnd(text) };
}

function takeFrontMatter(state: ScanState, lines: readonly Stretch[]): number {
  const count = frontMatterLines(state.text, lines);
  if (count === 0) return 0;
  const own = lines.slice(0, count).map((line) => withoutByteOrderMark(state.text, line));
  const slices = own.map(([start, end]) => ({ start, end, pad: 0 }));
  const place = { start: slices[0]!.start, end: slices.at(-1)!.end, line: 1 };
  state.pushLeaf({ kind: "raw", as: "frontMatter", lines: slices, ...place });
  state.endLeaf();
  return count;
}

function withoutByteOrderMark(text: string, [start, end]: Stretch): Stretch {
  return start === 0 && text.startsWith("\uFEFF") ? [1, end] : [start, end];
}

function readLine(state: ScanState): void {
  let matched = 1;
  while (matched < state.open.length && continuesContainer(state, state.open[matched]!)) matched++;
  const { leaf } = state;
  if (matched === state.open.length && leaf && continuesLeaf(state, leaf)) return;
  const paragraph = leaf?.token.kind === "paragraph" ? (leaf as Paragraph) : null;
  if (state.cursor.blank) {
    state.closeTo(matched);
    return;
  }
  if (startBlocks(state, matched, paragraph)) return;
  if (paragraph && state.leaf === paragraph) state.addLine(paragraph, state.textSlice());
  else startParagraph(state);
}

/** Opens what the line starts. True when nothing of the line is left for a paragraph. */
function startBlocks(state: ScanState, matched: number, above: Paragraph | null): boolean {
  let depth = matched;
  let paragraph = above;
  for (;;) {
    const lazy = depth < state.open.length;
    if (state.cursor.indent > 3) {
      if (!paragraph) startIndentedCode(state, depth);
      return !paragraph;
    }
    if (paragraph && !lazy && changesParagraph(state, paragraph)) return true;
    const start = startAt(state, paragraph, lazy);
    if (!start) {
      if (!paragraph) state.closeTo(depth);
      return false;
    }
    state.closeTo(fittingDepth(state, start, depth));
    if (start.container && state.open.length >= MAX_CONTAINERS) return startDeep(state);
    if (start.open() === "whole line" || state.cursor.blank) return true;
    paragraph = null;
    depth = state.open.length;
  }
}

/** A list stays open only for an item of its own kind. */
function fittingDepth(state: ScanState, start: BlockStart, depth: number): number {
  const { token } = state.open[depth - 1]!;
  return token.kind === "list" && !fitsList(token, start.list) ? depth - 1 : depth;
}

function startParagraph(state: ScanState): void {
  state.closeList();
  const slice = state.textSlice();
  state.pushLeaf({ kind: "paragraph", lines: [slice], ...state.place() });
}

function startIndentedCode(state: ScanState, depth: number): void {
  state.closeTo(depth);
  state.closeList();
  const { start, line } = state.place();
  state.cursor.skipColumns(4);
  const slice = state.cursor.slice();
  state.pushLeaf({ kind: "indentedCode", lines: [slice], start, line, end: slice.end });
}

/** Past the depth that documents may have, the source stays as it is. */
function startDeep(state: ScanState): true {
  state.closeList();
  state.pushLeaf({ kind: "raw", as: "deep", lines: [state.textSlice()], ...state.place() });
  return true;
}
