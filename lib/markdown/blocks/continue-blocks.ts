import { trimBlanksAtEnd } from "../lines";
import { definitionIn, normalLabel } from "../inline/link-target";
import type { LeafToken } from "./block-token";
import { startsBlock } from "./block-starts";
import type { OpenContainer, OpenLeaf, ScanState } from "./scan-state";

/** Whether the line belongs to this container. Moves over what the container puts before it. */
export function continuesContainer(state: ScanState, { token, content }: OpenContainer): boolean {
  const { cursor } = state;
  switch (token.kind) {
    case "quote":
      if (cursor.indent > 3 || cursor.first() !== ">") return false;
      cursor.skipVisible(1);
      cursor.skipColumns(1);
      return true;
    case "item":
      return continuesIndented(state, content, token.children.length > 0);
    case "commentary":
      return continuesIndented(state, 4, true);
    default:
      return true;
  }
}

/** Lines under a marker are indented, or blank: what a blank line has beyond the indent is content. */
function continuesIndented({ cursor }: ScanState, columns: number, mayBeBlank: boolean): boolean {
  if (cursor.blank && !mayBeBlank) return false;
  if (cursor.indent < columns && !cursor.blank) return false;
  cursor.skipColumns(columns);
  return true;
}

/** Adds the line to a block that only its own end can end. False when the block does not take it. */
export function continuesLeaf(state: ScanState, leaf: OpenLeaf): boolean {
  switch (leaf.token.kind) {
    case "fence":
      return fenceLine(state, leaf, leaf.token);
    case "indentedCode":
      return indentedLine(state, leaf);
    case "table":
      return tableRow(state, leaf.token);
    case "raw":
      return rawLine(state, leaf, leaf.token);
    default:
      return false;
  }
}

/** Takes up a definition of a link; the first of a label counts. False when the line is none. */
export function takeDefinition(state: ScanState, line: string): boolean {
  const found = definitionIn(line);
  if (!found) return false;
  const label = normalLabel(found.label);
  if (!state.definitions.has(label)) {
    state.definitions.set(label, { href: found.href, title: found.title });
  }
  return true;
}

function fenceLine(
  state: ScanState,
  leaf: OpenLeaf,
  token: LeafToken & { kind: "fence" },
): boolean {
  const { cursor } = state;
  if (cursor.indent <= 3 && cursor.first() === token.sign) {
    const rest = trimBlanksAtEnd(cursor.rest());
    if (rest.length >= leaf.length && rest === token.sign.repeat(rest.length)) {
      token.closed = true;
      for (const blank of leaf.blanks) token.lines.push(blank);
      token.end = cursor.end;
      state.endLeaf();
      return true;
    }
  }
  // Without a closing fence, blank lines at the end are none of the code: they may not be there tomorrow.
  const slice = state.dedented(leaf);
  return cursor.blank ? state.addBlank(leaf, slice) : state.addLine(leaf, slice);
}

function indentedLine(state: ScanState, leaf: OpenLeaf): boolean {
  const { cursor } = state;
  if (cursor.indent < 4 && !cursor.blank) return state.endLeaf();
  cursor.skipColumns(4);
  return cursor.blank ? state.addBlank(leaf, cursor.slice()) : state.addLine(leaf, cursor.slice());
}

function tableRow(state: ScanState, token: LeafToken & { kind: "table" }): boolean {
  const { cursor } = state;
  if (cursor.blank || (cursor.indent < 4 && startsBlock(cursor.rest()))) return state.endLeaf();
  token.rows.push(state.textSlice());
  token.end = cursor.end;
  return true;
}

function rawLine(state: ScanState, leaf: OpenLeaf, token: LeafToken & { kind: "raw" }): boolean {
  const { cursor } = state;
  switch (token.as) {
    case "footnote":
      return footnoteLine(state, leaf);
    case "definition":
      if (cursor.indent > 3 || !takeDefinition(state, cursor.rest())) return state.endLeaf();
      return state.addLine(leaf, state.dedented(leaf));
    case "deep":
      return cursor.blank ? state.endLeaf() : state.addLine(leaf, cursor.slice());
    default:
      return htmlLine(state, leaf);
  }
}

function footnoteLine(state: ScanState, leaf: OpenLeaf): boolean {
  const { cursor } = state;
  if (cursor.blank) return state.addBlank(leaf, cursor.slice());
  if (cursor.indent < 4) {
    const separate = leaf.blanks.length > 0 || cursor.first() === "[";
    if (separate || startsBlock(cursor.rest())) return state.endLeaf();
  }
  return state.addLine(leaf, state.dedented(leaf));
}

function htmlLine(state: ScanState, leaf: OpenLeaf): boolean {
  const { cursor } = state;
  if (cursor.blank) {
    return leaf.end === null ? state.endLeaf() : state.addBlank(leaf, state.dedented(leaf));
  }
  const ended = leaf.end?.test(cursor.rest());
  state.addLine(leaf, state.dedented(leaf));
  if (ended) state.endLeaf();
  return true;
}
