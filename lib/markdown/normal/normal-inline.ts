import type { InlineJson, MarkJson, TextJson } from "@/lib/spec/block-json";
import { sameMarks, sortedMarks, withMarks } from "@/lib/spec/mark-set";
import { htmlStart } from "../blocks/html-block";
import { nestMarks, type Segment } from "../inline/nesting";
import { parseInline } from "../inline/parse-inline";
import type { Profile } from "../profile";
import { isBlank, trimBlanks } from "../lines";

/**
 * Inline content as Markdown can say it. What goes: white space at the ends of lines, emphasis of white
 * space, line ends where a line is all there is, marks on things that cannot bear them.
 *
 * @param oneLine Whether the content stands on one line: headings, titles, cells, reasons.
 * @returns The same array when there is nothing to change.
 */
export function normalInline(
  content: readonly InlineJson[],
  profile: Profile,
  oneLine: boolean,
): InlineJson[] {
  const [first] = content;
  if (first && isSimple(content)) return content as InlineJson[];
  const pieces = spacedMath(content.flatMap((node) => normalNode(node, profile, oneLine)));
  const bare = withoutOuterBlanks(joined(expelBlanks(pieces)));
  return oneLine ? bare : withoutHtmlStarts(bare);
}

/** The usual case, seen at a glance: texts and atoms without marks or line ends. */
function isSimple(content: readonly InlineJson[]): boolean {
  return content.every((node, index) => {
    if (node.marks && node.marks.length > 0) return false;
    if (node.type === "crossReference" || node.type === "evaluationMarker") return !node.marks;
    if (node.type !== "text" || node.marks || node.text === "") return false;
    if (/[\r\n]/.test(node.text) || content[index - 1]?.type === "text") return false;
    if (index === 0 && isBlank(node.text[0])) return false;
    return index < content.length - 1 || !isBlank(node.text.at(-1));
  });
}

function normalNode(node: InlineJson, profile: Profile, oneLine: boolean): InlineJson[] {
  const marks = sortedMarks(node.marks ?? [])
    .filter((mark) => mark.type !== "tagged")
    .map((mark) => (mark.type === "link" ? { ...mark, attrs: onOneLine(mark.attrs) } : mark));
  switch (node.type) {
    case "text":
      return textOf(node.text, marks);
    case "softBreak":
    case "hardBreak":
      return oneLine
        ? textOf(" ", without(marks, "code"))
        : [withMarks(node, without(marks, "code"))];
    case "crossReference":
      return [withMarks(node, without(without(marks, "code"), "link"))];
    case "math":
      return mathOf(node, without(marks, "code"), profile);
    case "rawInline":
      return rawOf(node.attrs.source, without(marks, "code"), profile);
    case "inlineImage":
      return [withMarks({ ...node, attrs: onOneLine(node.attrs) }, without(marks, "code"))];
    default:
      return [withMarks(node, without(marks, "code"))];
  }
}

/** Source that would not read back as one piece is text. */
function rawOf(source: string, marks: MarkJson[], profile: Profile): InlineJson[] {
  const line = source.replaceAll(/[\r\n]+/g, " ");
  const [only, second] = parseInline(line, { profile, definitions: new Map() });
  const whole = only?.type === "rawInline" && !second && only.attrs.source === line;
  return whole ? [withMarks(only, marks)] : textOf(line, marks);
}

/** HTML at the start of a line can make a block of the line; there it is text. */
function withoutHtmlStarts(nodes: InlineJson[]): InlineJson[] {
  const next = nodes.map((node, index): InlineJson => {
    const before = nodes[index - 1];
    if (node.type !== "rawInline" || (before && !isBreak(before))) return node;
    const after = nodes[index + 1];
    const line = node.attrs.source + (after && !isBreak(after) ? "x" : "");
    if (!htmlStart(line, before !== undefined)) return node;
    return withMarks<TextJson>({ type: "text", text: node.attrs.source }, node.marks ?? []);
  });
  return next.every((node, index) => node === nodes[index]) ? nodes : joined(next);
}

function onOneLine<T extends object>(attrs: T): T {
  const entries = Object.entries(attrs).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll(/[\r\n]+/g, " ") : value,
  ]);
  return Object.fromEntries(entries) as T;
}

function textOf(text: string, marks: MarkJson[]): InlineJson[] {
  const line = text.replaceAll(/[\r\n]+/g, " ");
  return line === "" ? [] : [withMarks<TextJson>({ type: "text", text: line }, marks)];
}

/** A formula in the delimiters of this dialect; what they cannot hold is text. */
function mathOf(
  node: InlineJson & { type: "math" },
  marks: MarkJson[],
  profile: Profile,
): InlineJson[] {
  const { display } = node.attrs;
  const tex = node.attrs.tex.replaceAll(/[\r\n]+/g, " ");
  const kind = profile.math.find((candidate) => candidate.display === display)!;
  if (!holdsMath(kind, tex)) return textOf(tex, marks);
  return [withMarks({ ...node, attrs: { tex, display, delimiter: kind.open } }, marks)];
}

/** Dollars that touch would read as those of a formula on its own line. */
function spacedMath(nodes: readonly InlineJson[]): InlineJson[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    const touch = isDollarMath(node) && before !== undefined && isDollarMath(before);
    return touch ? [{ type: "text" as const, text: " " }, node] : [node];
  });
}

function isDollarMath(node: InlineJson): boolean {
  return node.type === "math" && node.attrs.delimiter.startsWith("$");
}

function holdsMath(kind: Profile["math"][number], tex: string): boolean {
  if (tex === "" || tex.includes(kind.close) || tex.endsWith("\\")) return false;
  if (kind.close.startsWith("$")) return !tex.includes("$") && trimBlanks(tex) === tex;
  return true;
}

/**
 * Emphasis starts and ends at a visible sign: white space at its ends steps outside. Where its ends are
 * depends on the other marks, so this goes on until nothing moves any more.
 */
function expelBlanks(nodes: readonly InlineJson[]): InlineJson[] {
  let next = joined(nodes);
  while (next.some((node) => EMPHASIS.some((type) => has(node, type)))) {
    const segments = nestMarks(next).filter(({ mark }) => EMPHASIS.includes(mark.type));
    const starts = segments.filter(({ from }) => splitStart(next[from]!)[0] !== null);
    const ends = segments.filter(({ to }) => splitEnd(next[to]!)[1] !== null);
    if (starts.length === 0 && ends.length === 0) break;
    next = joined(expelled(next, starts, ends));
  }
  return next;
}

const EMPHASIS: readonly MarkJson["type"][] = ["strong", "em", "strike"];

function expelled(
  nodes: readonly InlineJson[],
  starts: readonly Segment[],
  ends: readonly Segment[],
): InlineJson[] {
  const atStart = byNode(starts, ({ from }) => from);
  const atEnd = byNode(ends, ({ to }) => to);
  return nodes.flatMap((node, index) => {
    const opened = atStart.get(index) ?? [];
    const closed = atEnd.get(index) ?? [];
    const [blank, rest] = opened.length > 0 ? splitStart(node) : [null, node];
    const [kept, end] = closed.length > 0 && rest ? splitEnd(rest) : [rest, null];
    return [
      ...(blank ? [opened.reduce(unmarked, blank)] : []),
      ...(kept ? [kept] : []),
      ...(end ? [closed.reduce(unmarked, end)] : []),
    ];
  });
}

/** Kinds of marks whose segments start or end at a node, by the index of the node. */
function byNode(
  segments: readonly Segment[],
  place: (segment: Segment) => number,
): Map<number, MarkJson["type"][]> {
  const types = new Map<number, MarkJson["type"][]>();
  for (const segment of segments) {
    const list = types.get(place(segment));
    if (list) list.push(segment.mark.type);
    else types.set(place(segment), [segment.mark.type]);
  }
  return types;
}

const SPACE = /^[\p{Zs}\t\f\u2028\u2029\v\uFEFF]$/u;

function splitStart(node: InlineJson): [InlineJson | null, InlineJson | null] {
  if (node.type === "softBreak" || node.type === "hardBreak") return [node, null];
  if (node.type !== "text" || has(node, "code")) return [null, node];
  let end = 0;
  while (end < node.text.length && SPACE.test(node.text[end]!)) end++;
  return [piece(node, 0, end), piece(node, end, node.text.length)];
}

function splitEnd(node: InlineJson): [InlineJson | null, InlineJson | null] {
  if (node.type === "softBreak" || node.type === "hardBreak") return [null, node];
  if (node.type !== "text" || has(node, "code")) return [node, null];
  let start = node.text.length;
  while (start > 0 && SPACE.test(node.text[start - 1]!)) start--;
  return [piece(node, 0, start), piece(node, start, node.text.length)];
}

function piece(node: TextJson, from: number, to: number): TextJson | null {
  return from === to ? null : { ...node, text: node.text.slice(from, to) };
}

/** Neighbouring texts with equal marks are one. */
function joined(nodes: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === "text" && last?.type === "text" && sameMarks(last.marks, node.marks)) {
      out[out.length - 1] = { ...last, text: last.text + node.text };
    } else {
      out.push(node);
    }
  }
  return out;
}

/** No white space and no line end at the start and end, none around line ends, no two soft ones. */
function withoutOuterBlanks(nodes: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (const node of nodes) {
    if (isBreak(node)) {
      trimLast(out);
      const last = out.at(-1);
      if (!last || (isBreak(last) && node.type === "softBreak")) continue;
      if (last.type === "softBreak") out.pop();
      out.push(node);
      continue;
    }
    const last = out.at(-1);
    const trimmed = !last || isBreak(last) ? trimStart(node) : node;
    if (trimmed) out.push(trimmed);
  }
  for (let last = out.at(-1); last; last = out.at(-1)) {
    if (isBreak(last)) out.pop();
    else if (!trimLast(out)) break;
  }
  return joined(out);
}

/** True when something went and there may be more. */
function trimLast(out: InlineJson[]): boolean {
  const last = out.at(-1);
  if (last?.type !== "text" || has(last, "code")) return false;
  let end = last.text.length;
  while (end > 0 && isBlank(last.text[end - 1])) end--;
  if (end === last.text.length) return false;
  out.pop();
  if (end > 0) out.push({ ...last, text: last.text.slice(0, end) });
  else trimLast(out);
  return true;
}

function trimStart(node: InlineJson): InlineJson | null {
  if (node.type !== "text" || has(node, "code")) return node;
  let start = 0;
  while (isBlank(node.text[start])) start++;
  return start === 0 ? node : piece(node, start, node.text.length);
}

function isBreak(node: InlineJson): boolean {
  return node.type === "softBreak" || node.type === "hardBreak";
}

function has(node: InlineJson, type: MarkJson["type"]): boolean {
  return node.marks?.some((mark) => mark.type === type) ?? false;
}

function without(marks: MarkJson[], type: MarkJson["type"]): MarkJson[] {
  return marks.filter((mark) => mark.type !== type);
}

function unmarked(node: InlineJson, type: MarkJson["type"]): InlineJson {
  return withMarks(node, without(node.marks ?? [], type));
}
