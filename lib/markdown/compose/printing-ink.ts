import type { NodeJson } from "@/lib/spec/block-json";
import type { BlockSource, ListHabit } from "../source-map";
import { mayTouch } from "./may-touch";
import { uidOf, type Gap, type Ink, type Part } from "./ink";
import { digestOfPair, digestOfPart } from "./recording-ink";

/** Writes from the source what is unchanged, and everything else anew. */
export class PrintingInk implements Ink {
  constructor(private readonly blocks: Readonly<Record<string, BlockSource>>) {}

  part(part: Part): string {
    const source = this.#sourceOf(part.node)?.parts?.[part.name];
    if (source && source.digest === digestOfPart(part, source.raw)) return source.raw;
    return part.canonical();
  }

  gap({ previous, next, nextText, prefix, canonical, separate }: Gap): string {
    const source = this.#sourceOf(next)?.gap;
    if (!source || source.after !== uidOf(previous)) return canonical;
    if (source.digest !== undefined) {
      return previous && source.digest === digestOfPair(previous, next, prefix)
        ? source.raw
        : canonical;
    }
    const fits = separate || !previous || mayTouch(previous, next, nextText, source.raw);
    return fits ? source.raw : canonical;
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
