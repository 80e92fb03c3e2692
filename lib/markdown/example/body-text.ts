import type { AttributePair, MarkJson, TextJson } from "@/lib/spec/block-json";
import { sameMark, sameMarks, sortedMarks } from "@/lib/spec/mark-set";
import { ROLES } from "@/lib/spec/schema/example-blocks";

/**
 * Bodies of messages: literal text in which `&lt; &gt; &amp; &quot;` stand for signs, and pairs of tags
 * such as `<untrusted>…</untrusted>` say something about the text between them.
 */

const DECODED: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
};
const ENCODED: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** Names that end a message or a comparison wherever they stand on a line of their own. */
export const RESERVED_TAGS: ReadonlySet<string> = new Set([...ROLES, "comparison"]);

/** Tags inside tags inside tags … more than this stays text. */
export const MAX_NESTED_TAGS = 8;

const TAG = /<(\/?)([A-Za-z_][\w.:-]{0,99})((?:[ \t]+[A-Za-z_][\w.:-]{0,99}="[^"\n]*")*)[ \t]*>/g;
const ATTRIBUTE = /([A-Za-z_][\w.:-]{0,99})="([^"\n]*)"/g;

type TaggedMark = MarkJson & { type: "tagged" };

/** Reads the source of a body. */
export function decodeBody(source: string): TextJson[] {
  if (!source.includes("<")) return source === "" ? [] : [{ type: "text", text: decode(source) }];
  const nodes: TextJson[] = [];
  const active: TaggedMark[] = [];
  let from = 0;
  for (const { at, end, opens } of tagPairs(source)) {
    push(nodes, decode(source.slice(from, at)), active);
    if (opens) active.push(opens);
    else active.pop();
    from = end;
  }
  push(nodes, decode(source.slice(from)), active);
  return nodes;
}

/** Writes a body so that `decodeBody` gives the same nodes. */
export function encodeBody(nodes: readonly TextJson[]): string {
  const active: TaggedMark[] = [];
  let source = "";
  nodes.forEach((node, index) => {
    const wanted = taggedMarks(node);
    const kept = active.findIndex((mark) => !wanted.some((other) => sameMark(mark, other)));
    if (kept >= 0) source += closeDownTo(active, kept);
    const fresh = wanted.filter((mark) => !active.some((other) => sameMark(mark, other)));
    const reach = new Map(fresh.map((mark) => [mark, reachOf(mark, nodes, index)]));
    for (const mark of fresh.sort((a, b) => reach.get(b)! - reach.get(a)!)) {
      source += printTag(mark);
      active.push(mark);
    }
    source += encode(node.text);
  });
  return source + closeDownTo(active, 0);
}

function decode(source: string): string {
  return source.includes("&")
    ? source.replaceAll(/&(?:lt|gt|amp|quot);/g, (entity) => DECODED[entity]!)
    : source;
}

function encode(text: string): string {
  return text.replaceAll(/[<>&]/g, (sign) => ENCODED[sign]!);
}

function push(nodes: TextJson[], text: string, active: readonly TaggedMark[]): void {
  if (text === "") return;
  const marks = sortedMarks(active);
  const last = nodes.at(-1);
  if (last && sameMarks(last.marks, marks)) last.text += text;
  else nodes.push(marks.length > 0 ? { type: "text", text, marks } : { type: "text", text });
}

interface Tag {
  at: number;
  end: number;
  /** The mark that an opening tag begins; null for a closing one. */
  opens: TaggedMark | null;
}

/** Tags that come in proper pairs around at least one sign; all others are text. */
function tagPairs(source: string): Tag[] {
  const pairs: Tag[] = [];
  const open: { name: string; tag: Tag }[] = [];
  const waiting = new Map<string, number>();
  for (const match of source.matchAll(TAG)) {
    const [whole, slash, name, rest] = match as unknown as [string, string, string, string];
    if (RESERVED_TAGS.has(name)) continue;
    const at = match.index;
    const end = at + whole.length;
    if (slash) {
      if (rest !== "" || !waiting.get(name)) continue;
      let opener = open.pop()!;
      for (; opener.name !== name; opener = open.pop()!) count(waiting, opener.name, -1);
      count(waiting, name, -1);
      if (opener.tag.end < at) pairs.push(opener.tag, { at, end, opens: null });
    } else {
      const attributes = [...rest.matchAll(ATTRIBUTE)].map(([, key, value]): AttributePair => [
        key!,
        value!,
      ]);
      if (attributes.length > 64) continue;
      const opens: TaggedMark = { type: "tagged", attrs: { name, attributes } };
      open.push({ name, tag: { at, end, opens } });
      count(waiting, name, 1);
    }
  }
  return withinReason(pairs.sort((a, b) => a.at - b.at));
}

/** Drops pairs that a flat text cannot say: too deep, or the same tag around itself. */
function withinReason(tags: readonly Tag[]): Tag[] {
  const open: (TaggedMark | null)[] = [];
  const active: TaggedMark[] = [];
  return tags.filter((tag) => {
    if (!tag.opens) return open.pop() === null ? false : Boolean(active.pop());
    const mark = tag.opens;
    const keep = active.length < MAX_NESTED_TAGS && !active.some((other) => sameMark(other, mark));
    open.push(keep ? mark : null);
    if (keep) active.push(mark);
    return keep;
  });
}

function count(tally: Map<string, number>, name: string, change: number): void {
  tally.set(name, (tally.get(name) ?? 0) + change);
}

function taggedMarks(node: TextJson): TaggedMark[] {
  return (node.marks ?? []).filter((mark) => mark.type === "tagged");
}

/** Index of the last node in a row that the mark covers: what lasts longest opens first. */
function reachOf(mark: TaggedMark, nodes: readonly TextJson[], from: number): number {
  let reach = from;
  while (
    nodes[reach + 1] &&
    taggedMarks(nodes[reach + 1]!).some((other) => sameMark(mark, other))
  ) {
    reach++;
  }
  return reach;
}

function closeDownTo(active: TaggedMark[], depth: number): string {
  let source = "";
  while (active.length > depth) source += `</${active.pop()!.attrs.name}>`;
  return source;
}

function printTag({ attrs: { name, attributes } }: TaggedMark): string {
  return `<${name}${attributes.map(([key, value]) => ` ${key}="${value}"`).join("")}>`;
}
