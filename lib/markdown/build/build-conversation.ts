import type {
  BodyJson,
  ComparisonJson,
  ElisionJson,
  MessageJson,
  RawJson,
  ReasonJson,
  ResponseJson,
} from "@/lib/spec/block-json";
import type { LineSlice } from "../blocks/block-token";
import { decodeBody } from "../example/body-text";
import { closeTag, comparisonTag, openTag, type TagLine } from "../example/tag-line";
import { isBlank, trimBlanks } from "../lines";
import { contentOf, literalOf, type Builder } from "./builder";

type Turn = MessageJson | ResponseJson | ElisionJson | RawJson;
type Inside = Turn | ComparisonJson;

export interface Conversation {
  nodes: Inside[];
  /** Whether it is nothing but turns and comparisons. */
  plain: boolean;
}

/**
 * Reads the lines of an example's fence: messages, comparisons of responses, and what strayed between
 * them. Null when tags do not match, so that the whole is kept as it is.
 */
export function buildConversation(
  lines: readonly LineSlice[],
  builder: Builder,
): Conversation | null {
  const reader = new ConversationReader(lines, builder);
  const nodes = reader.read();
  if (!nodes) return null;
  return { nodes, plain: nodes.length > 0 && nodes.every(({ type }) => PLAIN.has(type)) };
}

const PLAIN = new Set(["message", "comparison", "response"]);

class ConversationReader {
  #at = 0;
  readonly #texts: string[];

  constructor(
    private readonly lines: readonly LineSlice[],
    private readonly builder: Builder,
  ) {
    this.#texts = lines.map((line) => builder.lineText(line));
  }

  read(): Inside[] | null {
    const nodes: Inside[] = [];
    while (this.#skipBlank()) {
      const comparison = comparisonTag(this.#text());
      const node = comparison ? this.#comparison(comparison.mangled) : this.#turn(false);
      if (!node) return null;
      nodes.push(node);
    }
    return nodes;
  }

  #comparison(mangled: boolean): ComparisonJson | null {
    const open = this.#line();
    const uid = this.builder.uid(this.#number());
    if (mangled) this.#noteMangled(uid);
    this.#at++;
    const children: Turn[] = [];
    while (this.#skipBlank()) {
      const close = closeTag(this.#text());
      if (close?.name === "comparison") {
        if (close.mangled) this.#noteMangled(uid);
        return this.#closeComparison(uid, open, children);
      }
      const child = this.#turn(true);
      if (!child) return null;
      children.push(child);
    }
    return null;
  }

  #closeComparison(uid: string, open: LineSlice, children: Turn[]): ComparisonJson {
    const { start } = open;
    const { end } = this.#line();
    const last = children.at(-1);
    const closeStart = last ? this.builder.spans.get(last)!.end : open.end;
    if (children[0]) this.builder.spans.get(children[0])!.openEnd = open.end;
    this.#at++;
    return this.builder.place(
      { type: "comparison", attrs: { uid }, ...contentOf(children) },
      { start, end, parts: { open: [start, open.end], close: [closeStart, end] } },
    );
  }

  #turn(compared: boolean): Turn | null {
    const text = this.#text();
    const tag = openTag(text);
    if (tag) return this.#message(tag, compared);
    if (/^[ \t*]{0,3}<\/?(?=[A-Za-z])/.test(text)) return null;
    return ELISION.test(text) ? this.#elision() : this.#stray();
  }

  #message(tag: TagLine, compared: boolean): Turn | null {
    const parts = tag.inline ? this.#inlineParts(tag.inline) : this.#blockParts(tag);
    if (!parts) return null;
    const { spans, source, line, mangled } = parts;
    const uid = this.builder.uid(line);
    if (tag.mangled) this.#noteMangled(uid, line);
    if (mangled) this.#noteMangled(uid, this.builder.lineOf(spans.end));
    return this.builder.place(this.#node(tag, compared, uid, source, line), spans);
  }

  /** Tag, text and closing tag on lines of their own. */
  #blockParts(tag: TagLine) {
    const open = this.#line();
    const line = this.#number();
    const from = this.#at + 1;
    let to = from;
    let close = this.#texts[to] === undefined ? null : closeTag(this.#texts[to]!);
    while (to < this.lines.length && close?.name !== tag.role) {
      to++;
      close = this.#texts[to] === undefined ? null : closeTag(this.#texts[to]!);
    }
    const last = this.lines[to];
    if (!last) return null;
    this.#at = to + 1;
    const source = this.#texts.slice(from, to).join("\n");
    return {
      source,
      line,
      mangled: close!.mangled,
      spans: {
        start: open.start,
        end: last.end,
        parts: {
          open: [open.start, open.end] as const,
          body: [open.end, last.start] as const,
          close: [last.start, last.end] as const,
        },
      },
    };
  }

  /** All on one line: `<user>Hello</user>`. */
  #inlineParts(inline: NonNullable<TagLine["inline"]>) {
    const slice = this.#line();
    const line = this.#number();
    const close = /<\/([a-z]+)>[ \t]*$/.exec(inline.text);
    const role = openTag(this.#text())!.role;
    if (!close || close[1] !== role || slice.pad > 0) return null;
    const bodyStart = slice.start + inline.at;
    const bodyEnd = bodyStart + close.index;
    this.#at++;
    return {
      source: inline.text.slice(0, close.index),
      line,
      mangled: false,
      spans: {
        start: slice.start,
        end: slice.end,
        parts: {
          open: [slice.start, bodyStart] as const,
          body: [bodyStart, bodyEnd] as const,
          close: [bodyEnd, slice.end] as const,
        },
      },
    };
  }

  #node(
    tag: TagLine,
    compared: boolean,
    uid: string,
    source: string,
    line: number,
  ): MessageJson | ResponseJson {
    const { role, attributes, label } = tag;
    const text = decodeBody(source);
    const reasonText = label?.reason ?? "";
    const verdict = label?.verdict ?? null;
    const reason = this.#reason(reasonText);
    if (verdict === null && !reason && !(compared && role === "assistant")) {
      return { type: "message", attrs: { uid, role, attributes }, ...contentOf(text) };
    }
    if (verdict === null && reason) this.#noteUnknownVerdict(uid, line, reasonText);
    const body: BodyJson[] = text.length > 0 ? [{ type: "body", content: text }] : [];
    const violates = verdict === null ? null : (label?.violates ?? null);
    const attrs = { uid, role, attributes, verdict, violates };
    return { type: "response", attrs, ...contentOf([...(reason ? [reason] : []), ...body]) };
  }

  #reason(text: string): ReasonJson | null {
    const content = this.builder.inlineOf(trimBlanks(text), true);
    return content.length > 0 ? { type: "reason", content } : null;
  }

  #elision(): ElisionJson {
    const uid = this.builder.uid(this.#number());
    const line = this.#line();
    this.#at++;
    return this.builder.leaf({ type: "elision", attrs: { uid } }, line);
  }

  /** Lines that are no tags, and blank ones between them. */
  #stray(): RawJson {
    const from = this.#at;
    const uid = this.builder.uid(this.#number());
    const message = "Text between the messages of an example; it is kept as it is.";
    const line = this.#number();
    this.builder.note({ code: "stray-text", severity: "warning", message, line, uid });
    let to = from;
    for (; this.#at < this.lines.length; this.#at++) {
      if (isStray(this.#text())) to = this.#at + 1;
      else if (!isBlankLine(this.#text())) break;
    }
    this.#at = to;
    const place = { start: this.lines[from]!.start, end: this.lines[to - 1]!.end };
    const text = this.#texts.slice(from, to).join("\n");
    return this.builder.leaf(
      { type: "raw", attrs: { uid, kind: "stray" }, ...literalOf(text) } as RawJson,
      place,
    );
  }

  #skipBlank(): boolean {
    while (this.#at < this.lines.length && isBlankLine(this.#text())) this.#at++;
    return this.#at < this.lines.length;
  }

  #text(): string {
    return this.#texts[this.#at]!;
  }

  #line(): LineSlice {
    return this.lines[this.#at]!;
  }

  /** Line number in the file. Lines of one fence follow each other, so one count is enough. */
  #number(): number {
    return this.builder.lineOf(this.#line().start);
  }

  #noteMangled(uid: string, line = this.#number()): void {
    const message =
      "A tag has stray signs or spaces around it; they stay until the block is edited.";
    this.builder.note({ code: "mangled-tag", severity: "warning", message, line, uid });
  }

  #noteUnknownVerdict(uid: string, line: number, label: string): void {
    const message = `"${label.slice(0, 60)}" names no verdict (GOOD, BAD or OK); read as a reason.`;
    this.builder.note({ code: "unknown-verdict", severity: "warning", message, line, uid });
  }
}

const ELISION = /^[ \t]*\[(?:\.\.\.|…)\][ \t]*$/;

function isBlankLine(text: string): boolean {
  for (const character of text) if (!isBlank(character)) return false;
  return true;
}

function isStray(text: string): boolean {
  return !isBlankLine(text) && !ELISION.test(text) && !/^[ \t*]{0,3}<\/?(?=[A-Za-z])/.test(text);
}
