import type { InlineJson, MarkJson, TextJson } from "@/lib/spec/block-json";
import { sameMark, sameMarks } from "@/lib/spec/mark-set";
import { codePointAt, codePointBefore, flanking, neighbourOf } from "./characters";
import { referenceTo } from "./entities";
import { escapeText, type Caution } from "./escape-text";
import { normalLabel } from "./link-target";
import { parseInline, type InlineContext } from "./parse-inline";
import { printTarget } from "./print-target";

/**
 * Writes inline content so that it reads back the same, with as few escapes as that takes: it tries
 * without any, then with those that look necessary, then with all, and takes the first that reads
 * back. Content must be normal (normal/normal-inline.ts).
 *
 * @returns Lines joined by "\n".
 */
export function printInline(content: readonly InlineJson[], context: InlineContext): string {
  const [only, second] = content;
  if (!only) return "";
  if (!second && only.type === "text" && !only.marks && SAFE.test(only.text)) return only.text;
  let text = "";
  for (const style of STYLES) {
    text = new InlinePrinter(content, context, style).print();
    if (sameInline(parseInline(text, context), content)) return text;
  }
  return text;
}

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

export function sameInline(a: readonly InlineJson[], b: readonly InlineJson[]): boolean {
  return a.length === b.length && a.every((node, index) => sameNode(node, b[index]!));
}

function sameNode(a: InlineJson, b: InlineJson): boolean {
  if (a.type !== b.type || !sameMarks(a.marks, b.marks)) return false;
  if (a.type === "text") return a.text === (b as TextJson).text;
  if (!("attrs" in a)) return true;
  const other = (b as typeof a).attrs as Record<string, unknown>;
  return Object.entries(a.attrs).every(([name, value]) => other[name] === value);
}

/** A mark that is open, and where in the output what it marks begins. */
interface OpenMark {
  mark: MarkJson;
  start: number;
}

class InlinePrinter {
  readonly #open: OpenMark[] = [];
  #out = "";
  /** Set when emphasis just closed: the next character decides whether it needs help. */
  #closed: { marker: string; before: string } | null = null;

  constructor(
    private readonly content: readonly InlineJson[],
    private readonly context: InlineContext,
    private readonly style: Style,
  ) {}

  print(): string {
    this.content.forEach((node, index) => {
      const nesting = nestingMarks(node);
      this.#closeAllBut(nesting);
      this.#openFor(nesting, index);
      this.#add(this.#written(node, index));
    });
    this.#closeAllBut([]);
    return this.#out;
  }

  /** Closes from the innermost until only wanted marks are open. */
  #closeAllBut(wanted: readonly MarkJson[]): void {
    const keep = this.#open.findIndex(({ mark }) => !wanted.some((other) => sameMark(mark, other)));
    if (keep < 0) return;
    while (this.#open.length > keep) this.#close(this.#open.pop()!);
  }

  /** Opens what is wanted and not open, what lasts longest first. */
  #openFor(wanted: readonly MarkJson[], index: number): void {
    const fresh = wanted.filter((mark) => !this.#open.some((open) => sameMark(open.mark, mark)));
    const reach = new Map(fresh.map((mark) => [mark, this.#reach(mark, index)]));
    for (const mark of fresh.sort((a, b) => reach.get(b)! - reach.get(a)!)) {
      const marker = this.#marker(mark);
      if (marker) this.#protectBefore(marker, index);
      this.#add(marker ?? "[", marker !== null);
      this.#open.push({ mark, start: this.#out.length });
    }
  }

  #close({ mark, start }: OpenMark): void {
    const marker = this.#marker(mark);
    if (marker === null) {
      this.#closeLink(mark as MarkJson & { type: "link" }, start);
      return;
    }
    const before = codePointBefore(this.#out, this.#out.length) ?? "";
    this.#out += marker;
    this.#closed ??= { marker, before };
  }

  #closeLink({ attrs }: MarkJson & { type: "link" }, start: number): void {
    const label = this.#out.slice(start);
    if (attrs.title === null && attrs.reference === null && isAutolink(attrs.href, label)) {
      this.#out = `${this.#out.slice(0, start - 1)}<${label}>`;
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
      case "inlineImage":
        return `![${escapeText(node.attrs.alt, "all", undefined)}]${printTarget({ ...node.attrs, href: node.attrs.src })}`;
      case "rawInline":
        return node.attrs.source;
    }
  }

  #add(text: string, isMarker = false): void {
    if (text === "") return;
    const closed = this.#closed;
    this.#closed = null;
    if (closed && !isMarker) {
      const next = codePointAt(text, 0)!;
      const can = flanking(closed.marker[0]!, neighbourOf(closed.before), neighbourOf(next));
      // A reference starts with a sign, so that the closing run stands between signs and closes.
      if (!can.canClose && isWordText(next)) {
        this.#out += referenceTo(next) + text.slice(next.length);
        return;
      }
    }
    this.#out += text;
  }

  /** Before an opening run: writes a letter as a reference when the run could not open after it. */
  #protectBefore(marker: string, index: number): void {
    const before = codePointBefore(this.#out, this.#out.length);
    const inside = this.#firstInside(index);
    const can = flanking(marker[0]!, neighbourOf(before), neighbourOf(inside));
    if (can.canOpen || before === undefined || !isWordText(before)) return;
    this.#out = this.#out.slice(0, -before.length) + referenceTo(before);
  }

  #firstInside(index: number): string {
    const text = this.#written(this.content[index]!, index);
    return codePointAt(text, 0) ?? "";
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

  #reach(mark: MarkJson, from: number): number {
    let reach = from;
    while (nestingMarks(this.content[reach + 1]).some((other) => sameMark(mark, other))) {
      reach++;
    }
    return reach;
  }
}

/** Marks that open and close around content; code is written with the text itself. */
function nestingMarks(node: InlineJson | undefined): MarkJson[] {
  return (node?.marks ?? []).filter((mark) => mark.type !== "code" && mark.type !== "tagged");
}

function isWordText(character: string): boolean {
  return neighbourOf(character) === "other";
}

function closerOf(delimiter: string): string {
  return delimiter.replace("(", ")").replace("[", "]");
}

/** Code between backticks, as many as no run inside has. */
export function codeSpan(text: string): string {
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
