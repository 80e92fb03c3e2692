import * as Y from "yjs";
import type { View } from "./pieces";

/** The element that an item of the shared document brought, null when it brought something else. */
export const elementOfItem = ({ content }: Y.Item): Y.XmlElement | null =>
  content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : null;

/** All items that a part of a draft ever held, in order, what was taken away among them. */
export function* itemsEver(parent: { _start: Y.Item | null }): Generator<Y.Item> {
  for (let item = parent._start; item !== null; item = item.right) yield item;
}

/** Elements directly in a part of a draft, as it was in a state of the text. */
export function elementsIn(parent: Y.XmlFragment, view: View): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  for (const item of itemsEver(parent)) {
    const element = elementOfItem(item);
    if (element && view(item, item.id.clock).isThere) found.push(element);
  }
  return found;
}
