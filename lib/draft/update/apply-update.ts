import * as Y from "yjs";
import { REQUIRED } from "./check-attribute";
import type { UpdateFacts } from "./check-update";
import { refuse, UpdateRefused } from "./update-refused";

/**
 * Applies an update that `checkUpdate` let through, and makes sure of what only shows afterwards.
 *
 * @throws UpdateRefused; the document is then spoiled and must be built anew.
 */
export function applyUpdate(
  ydoc: Y.Doc,
  update: Uint8Array,
  { needed }: UpdateFacts,
  origin: unknown,
): void {
  try {
    Y.applyUpdate(ydoc, update, origin);
  } catch {
    throw new UpdateRefused("malformed", "cannot be applied");
  }
  const { store } = ydoc;
  if (store.pendingStructs || store.pendingDs) {
    throw new UpdateRefused("incomplete", "builds on something that was never received");
  }
  for (const id of needed) {
    const struct = Y.getItem(store, id);
    if (!(struct instanceof Y.Item) || struct.deleted) continue;
    if (!(struct.content instanceof Y.ContentType)) continue;
    const node = struct.content.type as Y.XmlElement;
    for (const key of REQUIRED.get(node.nodeName) ?? []) {
      if (node.getAttribute(key) === undefined) refuse(`leaves a ${node.nodeName} without ${key}`);
    }
  }
}
