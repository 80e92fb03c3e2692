import type { InlineJson } from "@/lib/spec/block-json";
import { isAnchorText } from "@/lib/spec/schema/attributes";
import { plainText } from "@/lib/spec/plain-text";
import { isBlank, trimBlanksAtEnd } from "../lines";
import type { Profile } from "../profile";
import { Brackets, targetBehind, type Bracket } from "./brackets";
import {
  codePointAt,
  codePointBefore,
  flanking,
  isAsciiPunctuation,
  neighbourOf,
} from "./characters";
import { CodeSpans } from "./code-spans";
import { pairDelimiters, type Delimiter } from "./delimiters";
import { entityAt } from "./entities";
import { autolinkAt, InlineHtml } from "./inline-html";
import { nodeItem, nodesOf, textItem, type InlineItem } from "./inline-items";
import type { Definitions, LinkTarget } from "./link-target";
import { MathSpans } from "./math-spans";

/** What the meaning of a line depends on besides its own text. */
export interface InlineContext {
  profile: Profile;
  definitions: Definitions;
}

/**
 * Reads the inline content of one block: CommonMark with `[?](#id)`, `[^marker]`, `~~strike~~` and
 * formulas. Never fails; what means nothing is text. Linear in the length of the text.
 *
 * @param text Lines joined by "\n", without what containers put before them.
 */
export function parseInline(text: string, context: InlineContext): InlineJson[] {
  return PLAIN.test(text) ? plain(text) : new InlineParser(text, context).parse();
}

const PLAIN = /^[^\\`*_[\]!<&~$\n]*$/;
const SPECIAL = /[\\`*_[\]!<&~$\n]/g;

function plain(text: string): InlineJson[] {
  return text === "" ? [] : [{ type: "text", text }];
}

class InlineParser {
  readonly #items: InlineItem[] = [];
  readonly #brackets = new Brackets();
  readonly #codeSpans: CodeSpans;
  readonly #html: InlineHtml;
  readonly #math: MathSpans;
  #lastDelimiter: Delimiter | null = null;
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly context: InlineContext,
  ) {
    this.#codeSpans = new CodeSpans(text);
    this.#html = new InlineHtml(text);
    this.#math = new MathSpans(text, context.profile.math);
  }

  parse(): InlineJson[] {
    const { text } = this;
    while (this.#at < text.length) {
      SPECIAL.lastIndex = this.#at;
      const next = SPECIAL.exec(text)?.index ?? text.length;
      if (next > this.#at) this.#addText(text.slice(this.#at, next));
      this.#at = next;
      if (next < text.length) this.#special(text[next]!);
    }
    pairDelimiters(this.#lastDelimiter, null);
    return nodesOf(this.#items);
  }

  #special(character: string): void {
    switch (character) {
      case "\n":
        return this.#lineEnd();
      case "\\":
        return this.#backslash();
      case "`":
        return this.#code();
      case "*":
      case "_":
      case "~":
        return this.#delimiter(character);
      case "[":
        return this.#openBracket(false);
      case "!":
        return this.text[this.#at + 1] === "[" ? this.#openBracket(true) : this.#literal(1);
      case "]":
        return this.#closeBracket();
      case "<":
        return this.#angle();
      case "&":
        return this.#entity();
      default:
        return this.#formula() ? undefined : this.#literal(1);
    }
  }

  #lineEnd(): void {
    const last = this.#items.at(-1);
    let hard = false;
    if (last && last.node === null && last.opens.length === 0) {
      const kept = trimBlanksAtEnd(last.text);
      hard = last.text.length - kept.length >= 2 && last.text.endsWith("  ");
      last.text = kept;
    }
    this.#at++;
    this.#skipSpace();
    this.#add(nodeItem({ type: hard ? "hardBreak" : "softBreak" }));
  }

  #skipSpace(): void {
    while (isBlank(this.text[this.#at])) this.#at++;
  }

  #backslash(): void {
    if (this.#formula()) return;
    const next = this.text[this.#at + 1];
    if (next === "\n") {
      this.#at += 2;
      this.#skipSpace();
      return this.#add(nodeItem({ type: "hardBreak" }));
    }
    if (next === undefined || !isAsciiPunctuation(next)) return this.#literal(1);
    this.#add(textItem(next));
    this.#at += 2;
  }

  #formula(): boolean {
    const found = this.#math.readAt(this.#at);
    if (!found) return false;
    const { tex, display, delimiter, end } = found;
    this.#add(nodeItem({ type: "math", attrs: { tex, display, delimiter } }));
    this.#at = end;
    return true;
  }

  #code(): void {
    const { content, end } = this.#codeSpans.readAt(this.#at);
    if (content === null) return this.#literal(end - this.#at);
    this.#add(nodeItem({ type: "text", text: content, marks: [{ type: "code" }] }));
    this.#at = end;
  }

  #delimiter(marker: "*" | "_" | "~"): void {
    const start = this.#at;
    let end = start;
    while (this.text[end] === marker) end++;
    const length = end - start;
    if (marker === "~" && length !== 2) return this.#literal(length);
    const before = neighbourOf(codePointBefore(this.text, start));
    const after = neighbourOf(codePointAt(this.text, end));
    const item = textItem(marker.repeat(length));
    this.#add(item);
    this.#at = end;
    const can = flanking(marker, before, after);
    if (!can.canOpen && !can.canClose) return;
    const previous = this.#lastDelimiter;
    const left = length;
    const position = this.#items.length;
    const run = { item, marker, length, position, left, ...can };
    const own: Delimiter = { ...run, before: previous, after: null };
    if (previous) previous.after = own;
    this.#lastDelimiter = own;
  }

  #openBracket(image: boolean): void {
    if (!image && (this.#crossReference() || this.#marker())) return;
    const item = textItem(image ? "![" : "[");
    this.#at += image ? 2 : 1;
    const index = this.#items.length;
    const lastDelimiter = this.#lastDelimiter;
    this.#brackets.push({ item, index, inside: this.#at, image, lastDelimiter });
    this.#add(item);
  }

  #crossReference(): boolean {
    CROSS_REFERENCE.lastIndex = this.#at;
    const match = CROSS_REFERENCE.exec(this.text);
    if (!match || !isAnchorText(match[1]!)) return false;
    this.#add(nodeItem({ type: "crossReference", attrs: { id: match[1]! } }));
    this.#at = CROSS_REFERENCE.lastIndex;
    this.#brackets.deactivateLinks();
    return true;
  }

  #marker(): boolean {
    MARKER.lastIndex = this.#at;
    const match = MARKER.exec(this.text);
    if (!match || !isAnchorText(match[1]!)) return false;
    this.#add(nodeItem({ type: "evaluationMarker", attrs: { id: match[1]! } }));
    this.#at = MARKER.lastIndex;
    return true;
  }

  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    if (!bracket || !bracket.active) return this.#literal(1);
    const found = targetBehind(this.text, bracket, this.#at, this.context.definitions);
    if (!found) return this.#literal(1);
    this.#at = found.end;
    pairDelimiters(this.#lastDelimiter, bracket.lastDelimiter);
    this.#lastDelimiter = bracket.lastDelimiter;
    if (this.#lastDelimiter) this.#lastDelimiter.after = null;
    if (bracket.image) return this.#image(bracket, found);
    if (this.#items.length === bracket.index + 1) return this.#emptyLink(bracket);
    const { href, title, reference } = found;
    bracket.item.text = "";
    bracket.item.opens.push({ type: "link", attrs: { href, title, reference } });
    this.#add({ closes: 1, text: "", node: null, opens: [] });
    this.#brackets.deactivateLinks();
  }

  #image(bracket: Bracket, { href, title }: LinkTarget): void {
    const inside = nodesOf(this.#items.slice(bracket.index + 1));
    this.#items.length = bracket.index;
    const attrs = { src: href, alt: plainText(inside), title };
    this.#add(nodeItem({ type: "inlineImage", attrs }));
  }

  /** `[](address)` shows nothing, so no text can carry its mark. */
  #emptyLink(bracket: Bracket): void {
    this.#items.length = bracket.index;
    this.#addRaw(this.text.slice(bracket.inside - 1, this.#at));
    this.#brackets.deactivateLinks();
  }

  #angle(): void {
    const link = autolinkAt(this.text, this.#at);
    if (link) {
      const mark = {
        type: "link" as const,
        attrs: { href: link.href, title: null, reference: null },
      };
      this.#add(nodeItem({ type: "text", text: link.label, marks: [mark] }));
      this.#at += link.source.length;
      return this.#brackets.deactivateLinks();
    }
    const end = this.#html.endAt(this.#at);
    if (end === null) return this.#literal(1);
    this.#addRaw(this.text.slice(this.#at, end));
    this.#at = end;
  }

  #entity(): void {
    const entity = entityAt(this.text, this.#at);
    if (!entity) return this.#literal(1);
    this.#at += entity.source.length;
    if (entity.text !== null) this.#add(textItem(entity.text));
    else this.#addRaw(entity.source);
  }

  #literal(length: number): void {
    this.#addText(this.text.slice(this.#at, this.#at + length));
    this.#at += length;
  }

  /** Without line ends: a line inside a tag could start a block when it is printed elsewhere. */
  #addRaw(text: string): void {
    const source = text.replaceAll("\n", " ");
    this.#add(nodeItem({ type: "rawInline", attrs: { source } }));
  }

  #addText(text: string): void {
    this.#add(textItem(text));
  }

  #add(item: InlineItem): void {
    this.#items.push(item);
  }
}

const CROSS_REFERENCE = /\[\?\]\(#([^\s()]{1,200})\)/y;
const MARKER = /\[\^([^\s[\]^]{1,200})\]/y;
