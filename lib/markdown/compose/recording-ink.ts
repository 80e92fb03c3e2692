import type { NodeJson } from "@/lib/spec/block-json";
import type { BlockSource, ListHabit } from "../source-map";
import type { Stretch } from "../lines";
import { digestOf, essence } from "./digest";
import { mayTouch } from "./may-touch";
import { uidOf, type Gap, type Ink, type Part } from "./ink";

/** Where the parts of a block stand in the source. */
export interface Spans {
  start: number;
  end: number;
  parts: Partial<Record<Part["name"], Stretch>>;
  /** For the first child of an example or comparison: where the text before it ends. */
  openEnd?: number;
  list?: ListHabit;
  /** Of list items: columns of indent, and whether a line after the first showed them. */
  item?: { indent: number; seen: boolean };
}

/**
 * Writes what is in the source, and notes every part that the printer would write differently. What it
 * returns is the source again, byte for byte, or something was lost while reading.
 */
export class RecordingInk implements Ink {
  constructor(
    private readonly text: string,
    private readonly spans: ReadonlyMap<NodeJson, Spans>,
    private readonly blocks: Record<string, BlockSource>,
  ) {}

  part(part: Part): string {
    const [start, end] = this.#spansOf(part.node).parts[part.name]!;
    const raw = this.text.slice(start, end);
    if (raw === part.canonical()) return raw;
    const source = this.#sourceOf(part.node);
    source.parts ??= {};
    source.parts[part.name] = { raw, digest: digestOfPart(part, raw) };
    return raw;
  }

  gap(gap: Gap): string {
    const { previous, next, prefix, canonical, separate } = gap;
    const end = this.#spansOf(next).start;
    const start = previous ? this.#spansOf(previous).end : this.#spansOf(next).openEnd!;
    const raw = this.text.slice(start, end);
    if (raw === canonical) return raw;
    const own = { after: uidOf(previous), raw };
    // Signs of a quote that ended, or blanks behind its last sign, hold only behind that very block.
    const owned = (raw.includes(">") && !prefix.includes(">")) || /^[ \t]/.test(raw);
    const free = !owned && (separate || !previous || mayTouch(gap, raw));
    const digest = free || !previous ? {} : { digest: digestOfPair(previous, next, prefix) };
    this.#sourceOf(next).gap = { ...own, ...digest };
    return raw;
  }

  listHabit(list: NodeJson): ListHabit {
    const habit = this.#spansOf(list).list ?? {};
    if (Object.keys(habit).length > 0) this.#sourceOf(list).list = habit;
    return habit;
  }

  itemIndent(item: NodeJson, canonical: number): number {
    const { indent, seen } = this.#spansOf(item).item!;
    const fits = !seen && indent <= canonical && canonical <= indent + 3;
    if (fits || indent === canonical) return canonical;
    this.#sourceOf(item).indent = indent;
    return indent;
  }

  #spansOf(node: NodeJson): Spans {
    return this.spans.get(node)!;
  }

  #sourceOf(node: NodeJson): BlockSource {
    return (this.blocks[uidOf(node)!] ??= {});
  }
}

/** Names what a part depends on. Bytes on several lines depend on what their lines start with, too. */
export function digestOfPart(part: Part, raw: string): string {
  const free = !part.usable || part.usable(raw);
  return digestOf([
    part.name,
    part.depends,
    /[\r\n]/.test(raw) ? part.prefix : "",
    free ? "anywhere" : { only: part.context?.() ?? null },
  ]);
}

export function digestOfPair(previous: NodeJson, next: NodeJson, prefix: string): string {
  return digestOf([essence(previous), essence(next), prefix]);
}
