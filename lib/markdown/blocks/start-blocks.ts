import type { LeafToken } from "./block-token";
import * as starts from "./block-starts";
import { takeDefinition } from "./continue-blocks";
import { trimBlanks, trimBlanksAtEnd } from "../lines";
import { htmlStart } from "./html-block";
import { itemStart } from "./start-item";
import type { OpenLeaf, ScanState } from "./scan-state";
import { delimiterRow, splitCells } from "./table-lines";

/** What a line starts. `open` puts it in place and says whether more may start behind it. */
export interface BlockStart {
  container?: true;
  /** The list that an item wants to be in. */
  list?: { ordered: boolean; marker: string };
  open: () => "whole line" | "rest";
}

export type Paragraph = OpenLeaf<LeafToken & { kind: "paragraph" }>;

/**
 * What starts at the cursor, null when it can only be text.
 *
 * @param paragraph The paragraph above, if the line could also be its next one.
 * @param lazy Whether that paragraph is in a container that the line does not continue.
 */
export function startAt(
  state: ScanState,
  paragraph: Paragraph | null,
  lazy: boolean,
): BlockStart | null {
  if (!starts.MAY_START.test(state.cursor.first())) return null;
  const rest = state.cursor.rest();
  return (
    quote(state, rest) ??
    heading(state, rest) ??
    fence(state, rest) ??
    html(state, rest, paragraph !== null) ??
    commentary(state, rest) ??
    thematicBreak(state, rest) ??
    itemStart(state, rest, paragraph !== null && !lazy) ??
    (paragraph ? null : labelled(state, rest))
  );
}

/** Makes a heading or a table of the paragraph above, when the line says so. */
export function changesParagraph(state: ScanState, { token }: Paragraph): boolean {
  if (!starts.MAY_START.test(state.cursor.first())) return false;
  const rest = state.cursor.rest();
  if (tableFrom(state, token, rest)) return true;
  if (!starts.SETEXT.test(rest)) return false;
  const { start, line, lines } = token;
  const level = rest.startsWith("=") ? 1 : 2;
  const siblings = state.siblings();
  siblings.pop();
  siblings.push({
    kind: "heading",
    level,
    lines,
    setext: true,
    start,
    line,
    end: state.cursor.end,
  });
  state.endLeaf();
  return true;
}

function tableFrom(
  state: ScanState,
  paragraph: LeafToken & { kind: "paragraph" },
  rest: string,
): boolean {
  const aligns = delimiterRow(rest);
  if (!aligns) return false;
  const head = paragraph.lines.at(-1)!;
  if (splitCells(state.text.slice(head.start, head.end)).length !== aligns.length) return false;
  const whole = paragraph.lines.length === 1;
  if (whole) {
    state.siblings().pop();
  } else {
    paragraph.lines.pop();
    paragraph.end = paragraph.lines.at(-1)!.end;
  }
  const start = whole ? paragraph.start : head.start;
  const place = { start, line: state.line - 1, end: state.cursor.end };
  const delimiter = state.textSlice();
  state.pushLeaf({ kind: "table", rows: [head], aligns, delimiter, ...place });
  return true;
}

function quote(state: ScanState, rest: string): BlockStart | null {
  if (!starts.QUOTE.test(rest)) return null;
  const open = () => {
    const { cursor } = state;
    const place = state.place();
    cursor.skipVisible(1);
    const end = cursor.at;
    cursor.skipColumns(1);
    const alert = cursor.indent <= 3 ? (starts.ALERT.exec(cursor.rest())?.[1] ?? null) : null;
    const kind = "quote" as const;
    state.pushContainer({ kind, alert, children: [], ...place, end: alert ? cursor.end : end });
    return alert ? ("whole line" as const) : ("rest" as const);
  };
  return { container: true, open };
}

function commentary(state: ScanState, rest: string): BlockStart | null {
  const match = starts.COMMENTARY.exec(rest);
  if (!match) return null;
  const as = match[1]!.toLowerCase().replaceAll(/[ \t]+/g, " ");
  const title = match[2] ?? null;
  const open = () => {
    state.pushContainer({ kind: "commentary", as, title, children: [], ...state.place() });
    return "whole line" as const;
  };
  return { container: true, open };
}

function heading(state: ScanState, rest: string): BlockStart | null {
  const match = starts.ATX.exec(rest);
  if (!match) return null;
  const { next, end } = state.cursor;
  const lines = [{ start: next + match[0].length, end, pad: 0 }];
  const parts = { kind: "heading" as const, level: match[1]!.length, lines, setext: false };
  return oneLine(state, () => ({ ...parts, ...state.place() }));
}

function thematicBreak(state: ScanState, rest: string): BlockStart | null {
  if (!starts.THEMATIC_BREAK.test(rest)) return null;
  return oneLine(state, () => ({ kind: "thematicBreak", ...state.place() }));
}

function fence(state: ScanState, rest: string): BlockStart | null {
  const run = starts.FENCE.exec(rest)?.[0];
  if (!run) return null;
  const sign = run[0] as "`" | "~";
  const info = trimBlanks(rest.slice(run.length));
  const { indent } = state.cursor;
  const open = () => {
    const parts = { kind: "fence" as const, info, sign, closed: false, lines: [] };
    state.pushLeaf({ ...parts, ...state.place() }, { indent, length: run.length });
    return "whole line" as const;
  };
  return { open };
}

function html(state: ScanState, rest: string, afterParagraph: boolean): BlockStart | null {
  const kind = htmlStart(rest, afterParagraph);
  if (!kind) return null;
  const as = rest.startsWith("<!--") ? "comment" : "html";
  const { indent } = state.cursor;
  const open = () => {
    const lines = [state.textSlice()];
    state.pushLeaf({ kind: "raw", as, lines, ...state.place() }, { indent, end: kind.end });
    if (kind.end?.test(rest)) state.endLeaf();
    return "whole line" as const;
  };
  return { open };
}

/** Footnotes, definitions of links, and lines that name the clause below them. */
function labelled(state: ScanState, rest: string): BlockStart | null {
  if (starts.RULE_LINE.test(trimBlanksAtEnd(rest))) {
    const lines = [state.textSlice()];
    return oneLine(state, () => ({ kind: "raw", as: "rule", lines, ...state.place() }));
  }
  if (!rest.startsWith("[")) return null;
  const footnote = starts.FOOTNOTE.test(rest);
  if (!footnote && !takeDefinition(state, rest)) return null;
  const as = footnote ? "footnote" : "definition";
  const { indent } = state.cursor;
  const open = () => {
    state.pushLeaf({ kind: "raw", as, lines: [state.textSlice()], ...state.place() }, { indent });
    return "whole line" as const;
  };
  return { open };
}

function oneLine(state: ScanState, make: () => LeafToken): BlockStart {
  const open = () => {
    state.pushLeaf(make());
    state.endLeaf();
    return "whole line" as const;
  };
  return { open };
}
