import type { NodeJson } from "@/lib/spec/block-json";
import { hasBlankLine, unifyLineEnds } from "../lines";
import type { BlockSource, ListHabit, PrintStyle, SourceGap } from "../source-map";
import { mayTouch } from "./may-touch";
import { prefixed, uidOf, unprefixed, type Gap, type Ink, type Part } from "./ink";
import { digestOfPair, digestOfPart } from "./recording-ink";

/** Writes from the source what is unchanged, and everything else anew. */
export class PrintingInk implements Ink {
  constructor(
    private readonly blocks: Readonly<Record<string, BlockSource>>,
    private readonly style: PrintStyle,
  ) {}

  part(part: Part): string {
    const source = this.#sourceOf(part.node)?.parts?.[part.name];
    if (source === undefined) return part.canonical();
    if (source.digest === digestOfPart(part, source.raw)) return source.raw;
    return this.#revised(part, source.raw) ?? part.canonical();
  }

  #revised({ revise, prefix, usable }: Part, raw: string): string | null {
    const plain = revise && usable?.(raw) !== false ? unprefixed(raw, prefix) : null;
    const text = plain === null ? null : revise!(plain);
    return text === null ? null : prefixed(text, prefix, this.style);
  }

  gap(gap: Gap): string {
    const { previous, next, prefix, canonical, separate } = gap;
    const source = this.#sourceOf(next)?.gap;
    if (!source) return canonical;
    if (source.after !== uidOf(previous)) return this.#movedGap(gap, source) ?? canonical;
    if (source.digest !== undefined) {
      return previous && source.digest === digestOfPair(previous, next, prefix)
        ? source.raw
        : canonical;
    }
    const fits = separate || !previous || mayTouch(gap, source.raw);
    return fits ? source.raw : canonical;
  }

  /** Blank lines before a block are its own: they stay when it gets another neighbour above. */
  #movedGap({ previous, prefix, separate }: Gap, { after, raw, digest }: SourceGap): string | null {
    const sameKind = (previous === null) === (after === null);
    const apart = separate || hasBlankLine(raw);
    return digest === undefined && sameKind && apart && standsBehind(prefix, raw) ? raw : null;
  }

  listHabit(list: NodeJson): ListHabit {
    return this.#sourceOf(list)?.list ?? {};
  }

  itemIndent(item: NodeJson, canonical: number): number {
    return this.#sourceOf(item)?.indent ?? canonical;
  }

  #sourceOf(node: NodeJson): BlockSource | undefined {
    const uid = uidOf(node);
    return uid !== null && Object.hasOwn(this.blocks, uid) ? this.blocks[uid] : undefined;
  }
}

/** Whether a gap is line ends and what this place puts before its lines, nothing else. */
function standsBehind(prefix: string, raw: string): boolean {
  const [first, ...lines] = unifyLineEnds(raw).split("\n");
  const last = lines.pop();
  const bare = prefix.trimEnd();
  return first === "" && last === prefix && lines.every((line) => line === bare || line === prefix);
}
