import type { InlineJson, MarkJson, TextJson } from "@/lib/spec/block-json";
import { sameMarks } from "@/lib/spec/mark-set";
import { codePointAt, flanking, neighbourOf } from "./characters";
import { referenceTo } from "./entities";
import { escapeText, type Caution } from "./escape-text";
import { nestMarks, type Segment } from "./nesting";
import { normalLabel } from "./link-target";
import { Output } from "./output";
import { parseInline, type InlineContext } from "./parse-inline";
import { printTarget } from "./print-target";

/** What the surroundings of inline content do to it, and how they are undone when it is read. */
export interface Setting {
  /** Escapes what would mean something to the surroundings. */
  finish: (text: string) => string;
  /** What of the finished text reaches the inline parser; null when it would be read otherwise. */
  read: (text: string) => string | null;
}

/**
 * Writes inline content so that it reads back the same, with as few escapes as that takes: it tries
 * without any, then with those that look necessary, then with all, and takes the first that reads
 * back. Content must be normal (normal/normal-inline.ts).
 *
 * @returns Lines joined by "\n".
 */
export function printInline(
  content: readonly InlineJson[],
  context: InlineContext,
  setting: Setting = PLAIN,
): string {
  const [only, second] = content;
  if (!only) return "";
  if (!second && only.type === "text" && !only.marks && SAFE.test(only.text)) {
    return setting.finish(only.text);
  }
  let text = "";
  for (const style of STYLES) {
    text = setting.finish(new InlinePrinter(content, context, style).print());
    const inner = setting.read(text);
    if (inner !== null && sameInline(parseInline(inner, context), content)) return text;
  }
  return text;
}

const PLAIN: Setting = { finish: (text) => text, read: (text) => text };

const SAFE = /^[^\\`*_[\]!<&~$]*$/;

interface Style {
  caution: Caution;
  em: "*" | "_";
}

const STYLES: readonly Style[] = [
  { caution: "none", em: "*" },
  { caution: "some", em: "*" },
  { caution: "all", em: "*" },
  { caution: "none", em: "_" },
  { caution: "all", em: "_" },
];

function sameInline(a: readonly InlineJson[], b: readonly InlineJson[]): boolean {
  return a.length === b.length && a.every((node, index) => sameNode(node, b[index]!));
}

function sameNode(a: InlineJson, b: InlineJson): boolean {
  if (a.type !== b.type || !sayTheSame(a.marks, b.marks)) return false;
  if (a.type === "text") return a.text === (b as TextJson).text;
  if (!("attrs" in a)) return true;
  const other = (b as typeof a).attrs as Record<string, unknown>;
  return Object.entries(a.attrs).every(([name, value]) => other[name] === value);
}

/** Equal marks; how a link spells its address is no difference. */
export function sayTheSame(a: readonly MarkJson[] = [], b: readonly MarkJson[] = []): boolean {
  return sameMarks(a.map(withoutSpelling), b.map(withoutSpelling));
}

function withoutSpelling(mark: MarkJson): MarkJson {
  if (mark.type !== "link" || mark.attrs.reference === null) return mark;
  return { ...mark, attrs: { ...mark.attrs, reference: null } };
}

class InlinePrinter {
  readonly #out = new Output();
  /** Set when emphasis just closed: the next character decides whether it needs help. */
  #closed: { marker: string; before: string } | null = null;
  readonly #segments: readonly Segment[];
  /** Where in the output what an open segment marks begins. */
  readonly #starts = new Map<Segment, number>();

  constructor(
    private readonly content: readonly InlineJson[],
    private readonly context: InlineContext,
    private readonly style: Style,
  ) {
    this.#segments = nestMarks(content);
  }

  print(): string {
    const open: Segment[] = [];
    let next = 0;
    this.content.forEach((node, index) => {
      while (open.length > 0 && open.at(-1)!.to < index) this.#close(open.pop()!);
      const fresh: Segment[] = [];
      while (this.#segments[next]?.from === index) fresh.push(this.#segments[next++]!);
      const text = this.#written(node, index);
      this.#openAll(fresh, text);
      open.push(...fresh);
      this.#add(text);
    });
    while (open.length > 0) this.#close(open.pop()!);
    return this.#out.text();
  }

  #openAll(segments: readonly Segment[], text: string): void {
    if (segments.length === 0) return;
    const signs = segments.map(({ mark }) => this.#marker(mark) ?? "[");
    this.#protectBefore(signs.join(""), text);
    this.#closed = null;
    segments.forEach((segment, index) => {
      this.#out.add(signs[index]!);
      this.#starts.set(segment, this.#out.length);
    });
  }

  #close(segment: Segment): void {
    const marker = this.#marker(segment.mark);
    if (marker === null) {
      this.#closeLink(segment.mark as MarkJson & { type: "link" }, this.#starts.get(segment)!);
      return;
    }
    const before = this.#out.last() ?? "";
    this.#out.add(marker);
    // A run of one sign counts as a whole: what stands before all of it decides.
    if (this.#closed?.marker[0] !== marker[0]) this.#closed = { marker, before };
  }

  #closeLink({ attrs }: MarkJson & { type: "link" }, start: number): void {
    const label = this.#out.from(start);
    if (attrs.title === null && attrs.reference === null && isAutolink(attrs.href, label)) {
      this.#out.cut(start - 1);
      this.#out.add(`<${label}>`);
      return;
    }
    this.#add(`]${this.#reference(attrs, label) ?? printTarget(attrs)}`);
  }

  /** How the link names its definition; null when no definition says the same. */
  #reference(
    { href, title, reference }: (MarkJson & { type: "link" })["attrs"],
    label: string,
  ): string | null {
    if (reference === null) return null;
    const target = this.context.definitions.get(normalLabel(reference === "" ? label : reference));
    if (target?.href !== href || target.title !== title) return null;
    return reference === "" ? "" : `[${reference}]`;
  }

  #written(node: InlineJson, index: number): string {
    switch (node.type) {
      case "text":
        if (node.marks?.some((mark) => mark.type === "code")) return codeSpan(node.text);
        if (isAutolinkNode(node)) return node.text;
        return escapeText(node.text, this.style.caution, this.content[index + 1]);
      case "crossReference":
        return `[?](#${node.attrs.id})`;
      case "evaluationMarker":
        return `[^${node.attrs.id}]`;
      case "softBreak":
        return "\n";
      case "hardBreak":
        return "\\\n";
      case "math":
        return node.attrs.delimiter + node.attrs.tex + closerOf(node.attrs.delimiter);
      case "inlineImage": {
        const { alt, src, title } = node.attrs;
        return `![${escapeText(alt, "all", undefined)}]${printTarget({ href: src, title })}`;
      }
      case "rawInline":
        return node.attrs.source;
    }
  }

  #add(text: string): void {
    const closed = this.#closed;
    this.#closed = null;
    const next = codePointAt(text, 0);
    if (next !== undefined && this.#needsReference(closed, next)) {
      this.#out.add(referenceTo(next));
      this.#out.add(text.slice(next.length));
    } else {
      this.#out.add(text);
    }
  }

  /** Whether a character would undo what stands before it, unless it starts with a sign. */
  #needsReference(closed: { marker: string; before: string } | null, next: string): boolean {
    // A digit behind a dollar makes it a price.
    if (/\d/.test(next)) return this.#out.last() === "$" || this.#cannotClose(closed);
    return isWordText(next) && this.#cannotClose(closed);
  }

  #cannotClose(closed: { marker: string; before: string } | null): boolean {
    if (!closed) return false;
    return !flanking(closed.marker[0]!, neighbourOf(closed.before), "other").canClose;
  }

  /** Before an opening run: writes a letter as a reference when the run could not open after it. */
  #protectBefore(signs: string, text: string): void {
    const run = /^(?:\*+|_+|~+)/.exec(signs)?.[0];
    const before = this.#out.last();
    if (!run || before === undefined || !isWordText(before)) return;
    const inside = codePointAt(signs + text, run.length);
    if (flanking(run[0]!, "other", neighbourOf(inside)).canOpen) return;
    this.#out.replaceLast(referenceTo(before));
  }

  #marker(mark: MarkJson): string | null {
    switch (mark.type) {
      case "strong":
        return "**";
      case "em":
        return this.style.em;
      case "strike":
        return "~~";
      default:
        return null;
    }
  }
}

function isWordText(character: string): boolean {
  return neighbourOf(character) === "other";
}

function closerOf(delimiter: string): string {
  return delimiter.replace("(", ")").replace("[", "]");
}

/** Code between backticks, as many as no run inside has. */
function codeSpan(text: string): string {
  const taken = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (taken.has(length)) length++;
  const fence = "`".repeat(length);
  const padded = /^`|`$/.test(text) || (/^ .* $/s.test(text) && /[^ ]/.test(text));
  return padded ? `${fence} ${text} ${fence}` : fence + text + fence;
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*$/;
const MAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

function isAutolink(href: string, label: string): boolean {
  return (href === label && SCHEME.test(label)) || (href === `mailto:${label}` && MAIL.test(label));
}

/** A link whose only text is its address needs no escapes: it is written in angle brackets. */
function isAutolinkNode(node: TextJson): boolean {
  const link = node.marks?.find((mark) => mark.type === "link");
  if (!link || node.marks!.length > 1) return false;
  const { href, title, reference } = link.attrs;
  return title === null && reference === null && isAutolink(href, node.text);
}
