import * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { aliveByUid } from "./alive-by-uid";

/** The origin of a change that takes copies back. */
export const TAKE_BACK = "take back copies";

/**
 * When two people move one block at once, both insert a copy of it. Every editor sees the same two and
 * agrees which one stays: that of the higher client number. Whoever made another takes it back.
 *
 * @returns Whether there was one of one's own to take back.
 */
export function takeBackCopies(change: Y.Transaction): boolean {
  const { doc } = change;
  const gotChildren = [...change.changed].some(
    ([type, parts]) => !(type instanceof Y.Text) && parts.has(null),
  );
  if (!gotChildren) return false;
  const own: Y.XmlElement[] = [];
  for (const [, copies] of aliveByUid(draftParts(doc).content)) {
    if (copies.length < 2) continue;
    const [, ...losers] = copies.toSorted((a, b) => order(b, a));
    own.push(...losers.filter((copy) => clientOf(copy) === doc.clientID));
  }
  if (own.length === 0) return false;
  doc.transact(() => {
    for (const copy of own) {
      const parent = copy.parent as Y.XmlFragment;
      const place = parent.toArray().indexOf(copy);
      if (place >= 0) parent.delete(place, 1);
    }
  }, TAKE_BACK);
  return true;
}

const clientOf = (element: Y.XmlElement): number => element._item?.id.client ?? -1;

function order(a: Y.XmlElement, b: Y.XmlElement): number {
  return clientOf(a) - clientOf(b) || (a._item?.id.clock ?? 0) - (b._item?.id.clock ?? 0);
}
