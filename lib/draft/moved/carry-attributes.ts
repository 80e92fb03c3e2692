import type * as Y from "yjs";
import { elementsIn } from "./elements-in";
import { attributesIn } from "./pieces";
import { winnerOf } from "./take-back-copies";
import { beforeView } from "./views";
import type { YoungWords } from "./young-words";

/**
 * Brings what one set on a block, and on those in it, into the copies of them: an authority, the verdict of
 * an answer.
 *
 * @param alive The elements of the draft by uid, as `aliveByUid` finds them.
 * @returns The elements that were changed.
 */
export function carryAttributes(
  change: Y.Transaction,
  young: YoungWords,
  alive: ReadonlyMap<string, Y.XmlElement[]>,
  element: Y.XmlElement,
): Y.XmlElement[] {
  const view = beforeView(change);
  const { uid, ...attributes } = attributesIn(element, view);
  const copies = typeof uid === "string" ? alive.get(uid) : undefined;
  const to = copies ? winnerOf(copies) : null;
  const changed: Y.XmlElement[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    // How deep a section stands is what a move is about.
    if (!to || to === element || name === "level" || to.nodeName !== element.nodeName) continue;
    const item = element._map.get(name);
    if (!item || !young.written(item.id.client, item.id.clock).value) continue;
    if (JSON.stringify(to.getAttribute(name)) === JSON.stringify(value)) continue;
    to.setAttribute(name, value as string);
    changed.push(to);
  }
  const inside = elementsIn(element, view).flatMap((inner) =>
    carryAttributes(change, young, alive, inner),
  );
  return [...changed, ...inside];
}
