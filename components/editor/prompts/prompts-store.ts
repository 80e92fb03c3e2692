import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { Store } from "../store";

/**
 * How many evaluation prompts each marker has. Tells when one comes or goes or is replaced by another, and not
 * at key presses.
 */
export class PromptsStore extends Store<ReadonlyMap<string, number>> {
  readonly stop: () => void;

  constructor(ydoc: Y.Doc) {
    const { prompts } = draftParts(ydoc);
    super(countsOf(prompts));
    const look = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      if (events.every(({ path }) => path.length > 1)) return;
      const next = countsOf(prompts);
      const isReplaced = events.some(({ path }) => path.length === 0);
      if (isReplaced || !same(this.get(), next)) this.set(next);
    };
    prompts.observeDeep(look);
    this.stop = () => prompts.unobserveDeep(look);
  }
}

function countsOf(prompts: Y.Map<Y.XmlFragment>): Map<string, number> {
  return new Map([...prompts].map(([id, fragment]) => [id, countIn(fragment)]));
}

const countIn = (fragment: Y.XmlFragment): number =>
  fragment
    .toArray()
    .filter((child) => child instanceof Y.XmlElement && child.nodeName === "example").length;

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...b].every(([id, count]) => a.get(id) === count);
}
