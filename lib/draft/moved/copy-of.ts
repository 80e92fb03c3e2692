import type * as Y from "yjs";
import { elementsIn } from "./elements-in";
import { attributesIn, piecesOf, type View } from "./pieces";
import { contentOf, elementOf } from "./write-line";

/** A block as a new one, with all that was in it in a state of the text. */
export function copyOf(element: Y.XmlElement, view: View): Y.XmlElement {
  const copy = elementOf(element.nodeName, attributesIn(element, view));
  const [line, ...words] = piecesOf([element], view);
  if (line?.type === element) {
    const parts = words.map((piece) => ({ piece, isNew: true, marks: null }));
    copy.insert(0, contentOf(parts, element.nodeName));
  } else {
    const children = elementsIn(element, view).map((child) => copyOf(child, view));
    copy.insert(0, children);
  }
  return copy;
}
