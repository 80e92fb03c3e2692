import * as Y from "yjs";
import { REQUIRED } from "./check-attribute";
import type { NewPieces } from "./check-update";
import { refuse, UpdateRefused } from "./update-refused";

/** Deleted clocks by client. */
export type DeletedRanges = Map<number, { clock: number; len: number }[]>;

/**
 * Deleting is free, with two exceptions: what nobody has seen, and a property that its node cannot be
 * without.
 *
 * @returns How many pieces that are alive the ranges reach.
 */
export function checkDeletions(ydoc: Y.Doc, ranges: DeletedRanges, news: NewPieces): number {
  let reached = 0;
  for (const [client, deletions] of ranges) {
    const structs = ydoc.store.clients.get(client) ?? [];
    const state = Y.getState(ydoc.store, client);
    const last = news.byClient.get(client)?.at(-1)?.struct;
    const end = last ? last.id.clock + last.length : state;
    for (const range of deletions) {
      if (!(range.len > 0) || range.clock + range.len > end) {
        throw new UpdateRefused("incomplete", "deletes something that was never received");
      }
      if (range.clock >= state) continue;
      const alive = aliveIn(structs, range);
      reached += alive.length;
      for (const struct of alive) checkProperty(struct, ranges, news);
    }
  }
  return reached;
}

type Struct = Y.Item | Y.GC;

/** The pieces that a range reaches and nobody deleted yet. */
function aliveIn(structs: readonly Struct[], { clock, len }: { clock: number; len: number }) {
  const alive: Struct[] = [];
  for (let index = Y.findIndexSS(structs as Struct[], clock); index < structs.length; index += 1) {
    const struct = structs[index]!;
    if (struct.id.clock >= clock + len) break;
    if (!struct.deleted) alive.push(struct);
  }
  return alive;
}

function checkProperty(item: Struct, ranges: DeletedRanges, news: NewPieces): void {
  if (!(item instanceof Y.Item) || item.parentSub === null) return;
  const parent = item.parent;
  if (!(parent instanceof Y.XmlElement) || !parent._item || parent._item.deleted) return;
  if (!REQUIRED.get(parent.nodeName)?.includes(item.parentSub)) return;
  const { client, clock } = parent._item.id;
  const isDeleted = ranges
    .get(client)
    ?.some((range) => range.clock <= clock && clock < range.clock + range.len);
  if (isDeleted) return;
  news.needed.push(parent._item.id);
  if (news.sets(parent._item.id, item.parentSub)) return;
  refuse(`takes away the ${item.parentSub} that a ${parent.nodeName} needs`);
}
