import * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { elementOfItem } from "./elements-in";
import { attributesIn } from "./pieces";
import { beforeView } from "./views";

/** Whether a change took blocks away and put copies of them, with the same uid, elsewhere. */
export function isMove(change: Y.Transaction): boolean {
  if (change.deleteSet.clients.size === 0) return false;
  const before = beforeView(change);
  const gone = new Set<unknown>();
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    const block = struct instanceof Y.Item ? elementOfItem(struct) : null;
    if (block) gone.add(attributesIn(block, before)["uid"]);
  });
  gone.delete(undefined);
  if (gone.size === 0) return false;
  const isCopy = (element: Y.XmlElement): boolean =>
    isMadeIn(change, element) && gone.has(element.getAttribute("uid"));
  const look = (parent: Y.XmlFragment): boolean =>
    parent
      .toArray()
      .some((child) => child instanceof Y.XmlElement && (isCopy(child) || look(child)));
  return look(draftParts(change.doc).content);
}

/** Whether a change brought a block. */
export const isMadeIn = (change: Y.Transaction, element: Y.XmlElement): boolean =>
  isNewIn(change, element._item!);

/** Whether a change brought an item of the shared document. */
export const isNewIn = ({ beforeState }: Y.Transaction, { id }: Y.Item): boolean =>
  id.clock >= (beforeState.get(id.client) ?? 0);
