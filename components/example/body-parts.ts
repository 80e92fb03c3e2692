import type { AttributePair, TextJson } from "@/lib/spec/block-json";

/** A piece of a message or a response, as a reader sees it. */
export type BodyPart =
  | { kind: "words"; text: string }
  | { kind: "list"; ordered: boolean; start: number; items: string[] }
  | { kind: "code"; language: string; code: string }
  | { kind: "tagged"; name: string; attributes: AttributePair[]; parts: BodyPart[] };

/**
 * Reads the literal text of a body for showing it. Paragraphs stay together in one piece of `words`
 * with their line ends, because the line ends are what the author wrote.
 *
 * @param literal Whether lists stay as they were written: what a system, a developer or a tool sends
 *   is shown sign by sign.
 */
export function bodyParts(nodes: readonly TextJson[], literal = false, depth = 0): BodyPart[] {
  const parts: BodyPart[] = [];
  for (let from = 0; from < nodes.length;) {
    const tag = tagOf(nodes[from]!, depth);
    let to = from + 1;
    while (to < nodes.length && sameTag(tagOf(nodes[to]!, depth), tag)) to += 1;
    const run = nodes.slice(from, to);
    if (tag) parts.push({ kind: "tagged", ...tag, parts: bodyParts(run, literal, depth + 1) });
    else parts.push(...linesToParts(run.map(({ text }) => text).join(""), literal));
    from = to;
  }
  return parts;
}

function linesToParts(text: string, literal: boolean): BodyPart[] {
  const lines = text.split("\n");
  const parts: BodyPart[] = [];
  let words: string[] = [];
  const flush = () => {
    const joined = words.join("\n").replaceAll(/^\n+|\s+$/g, "");
    if (joined.trim()) parts.push({ kind: "words", text: joined });
    words = [];
  };
  for (let at = 0; at < lines.length;) {
    const block = codeAt(lines, at) ?? (literal ? null : listAt(lines, at));
    if (block) {
      flush();
      parts.push(block.part);
      at = block.next;
    } else {
      words.push(lines[at]!);
      at += 1;
    }
  }
  flush();
  return parts;
}

interface Found {
  part: BodyPart;
  next: number;
}

function codeAt(lines: readonly string[], at: number): Found | null {
  const open = /^( {0,8})(`{3,})\s*([\w+#.-]*)\s*$/.exec(lines[at]!);
  if (!open) return null;
  const [, indent, fence, language] = open as unknown as [string, string, string, string];
  const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
  if (end < 0) return null;
  const code = lines
    .slice(at + 1, end)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n");
  return { part: { kind: "code", language, code }, next: end + 1 };
}

const ITEM = /^( {0,3})([-*•]|\d{1,3}[.)])[ \t]+(\S.*)$/;

/** A list of at least two items; one line with a dash may be speech. */
function listAt(lines: readonly string[], at: number): Found | null {
  const first = ITEM.exec(lines[at]!);
  if (!first) return null;
  const ordered = /\d/.test(first[2]!);
  const items: string[] = [];
  let next = at;
  for (let line = at; line < lines.length; line += 1) {
    const text = lines[line]!;
    const item = ITEM.exec(text);
    if (item && /\d/.test(item[2]!) === ordered) items.push(item[3]!);
    else if (/^\s{2,}\S/.test(text) && !/^\s*`{3}/.test(text))
      items[items.length - 1] += `\n${text.trim()}`;
    else if (text.trim() === "" && ITEM.test(lines[line + 1] ?? "")) continue;
    else break;
    next = line + 1;
  }
  if (items.length < 2) return null;
  return {
    part: { kind: "list", ordered, start: ordered ? Number.parseInt(first[2]!, 10) : 1, items },
    next,
  };
}

interface Tag {
  name: string;
  attributes: AttributePair[];
}

function tagOf(node: TextJson, depth: number): Tag | null {
  const tags = (node.marks ?? []).filter((mark) => mark.type === "tagged");
  const mark = tags[depth];
  return mark ? { name: mark.attrs.name, attributes: mark.attrs.attributes } : null;
}

const sameTag = (a: Tag | null, b: Tag | null) =>
  a?.name === b?.name && JSON.stringify(a?.attributes) === JSON.stringify(b?.attributes);
