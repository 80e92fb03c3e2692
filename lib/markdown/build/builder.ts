import type { InlineJson, NodeJson } from "@/lib/spec/block-json";
import type { Mint } from "@/lib/spec/uid";
import type { LineSlice } from "../blocks/block-token";
import type { Spans } from "../compose/recording-ink";
import { parseInline, type InlineContext } from "../inline/parse-inline";
import { normalInline } from "../normal/normal-inline";
import type { Stretch } from "../lines";
import type { Note } from "../notes";
import type { PrintStyle } from "../source-map";

/** What building the document of one file needs, and what it collects on the way. */
export class Builder {
  readonly spans = new Map<NodeJson, Spans>();
  readonly notes: Note[] = [];
  /** Source lines by uid. */
  readonly lines = new Map<string, number>();

  constructor(
    readonly text: string,
    readonly file: string,
    readonly inline: InlineContext,
    readonly style: PrintStyle,
    readonly mint: Mint,
    private readonly sourceLines: readonly Stretch[],
  ) {}

  /** A builder of the same file for looking only: what it makes and notes is thrown away. */
  aside(): Builder {
    const { text, file, inline, style, sourceLines } = this;
    return new Builder(text, file, inline, style, () => "aside", sourceLines);
  }

  /** The number of the line that a place in the text is on. */
  lineOf(at: number): number {
    let low = 0;
    let high = this.sourceLines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sourceLines[middle]![0] <= at) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** A new identity for a block that starts on this line. */
  uid(line: number): string {
    const uid = this.mint();
    this.lines.set(uid, line);
    return uid;
  }

  place<N extends NodeJson>(node: N, spans: Spans): N {
    this.spans.set(node, spans);
    return node;
  }

  /** A block whose bytes are one part. */
  leaf<N extends NodeJson>(node: N, { start, end }: { start: number; end: number }): N {
    return this.place(node, { start, end, parts: { text: [start, end] } });
  }

  /**
   * Inline content in normal form, as the printer will see it: what is read must be what is compared
   * later, or an untouched block would look edited.
   */
  inlineOf(text: string, oneLine: boolean): InlineJson[] {
    return normalInline(parseInline(text, this.inline), this.inline.profile, oneLine);
  }

  note(note: Omit<Note, "file">): void {
    this.notes.push({ ...note, file: this.file });
  }

  lineText({ start, end, pad }: LineSlice): string {
    return pad > 0 ? " ".repeat(pad) + this.text.slice(start, end) : this.text.slice(start, end);
  }

  joined(lines: readonly LineSlice[]): string {
    return lines.map((line) => this.lineText(line)).join("\n");
  }
}

/** Content for a node: left out when there is none, as ProseMirror does. */
export function contentOf<C extends NodeJson>(content: C[]): { content?: C[] } {
  return content.length > 0 ? { content } : {};
}

/** Literal text as content. */
export function literalOf(text: string): { content?: { type: "text"; text: string }[] } {
  return text === "" ? {} : { content: [{ type: "text", text }] };
}
