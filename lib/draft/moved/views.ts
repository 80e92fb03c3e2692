import * as Y from "yjs";
import { elementOfItem } from "./elements-in";
import type { View } from "./pieces";
import type { YoungWords } from "./young-words";

/** What is there now. */
export const nowView: View = (item) => ({ isThere: !item.deleted, to: Infinity });

/** What was there before a change. */
export function beforeView({ beforeState, deleteSet }: Y.Transaction): View {
  return ({ id, deleted }) => {
    const isOld = id.clock < (beforeState.get(id.client) ?? 0);
    return { isThere: isOld && (!deleted || Y.isDeleted(deleteSet, id)), to: Infinity };
  };
}

/**
 * What was there before a change for somebody who knew only the first of one's own turns.
 *
 * What still stands is no matter of a move: there the shared document has brought both together.
 *
 * @param left Blocks of one's own that the mover left behind: nobody else knew them.
 */
export function baseView(
  change: Y.Transaction,
  young: YoungWords,
  left: ReadonlySet<Y.XmlElement>,
  seen: number,
): View {
  const before = beforeView(change);
  return (item, clock) => {
    const { client } = item.id;
    const written = young.written(client, clock);
    if (isInside(item, left)) {
      // Old words of one's own in a new block stood elsewhere before.
      const isOld = client === change.doc.clientID && written.value === null && !item.deleted;
      return { isThere: isOld, to: written.to };
    }
    const removed = young.removed(client, clock);
    const to = Math.min(written.to, removed.to);
    const isThere = before(item, clock).isThere;
    if (isThere && !isKilled(item)) return { isThere, to };
    if (written.value && written.value.turn > seen) return { isThere: false, to };
    if (isThere) return { isThere, to };
    const isLate = removed.value !== null && removed.value.turn > seen;
    return { isThere: isLate && isKilled(item), to };
  };
}

/** Whether an item went with a block; letters that somebody took out of a line that stands did not. */
function isKilled(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentType) return item.deleted;
  return (item.parent as Y.AbstractType<unknown>)._item?.deleted ?? false;
}

function isInside(item: Y.Item, blocks: ReadonlySet<Y.XmlElement>): boolean {
  if (blocks.size === 0) return false;
  const block = elementOfItem(item);
  if (block && blocks.has(block)) return true;
  const { parent } = item;
  if (parent instanceof Y.XmlElement && blocks.has(parent)) return true;
  const home = (parent as Y.AbstractType<unknown>)._item;
  return home !== null && isInside(home, blocks);
}
