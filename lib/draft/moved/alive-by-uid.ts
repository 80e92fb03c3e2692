import * as Y from "yjs";

/** The elements of a draft by uid: one each, but for what two people moved at once. */
export function aliveByUid(content: Y.XmlFragment): Map<string, Y.XmlElement[]> {
  const found = new Map<string, Y.XmlElement[]>();
  const visit = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      const uid: unknown = child.getAttribute("uid");
      if (typeof uid === "string") found.set(uid, [...(found.get(uid) ?? []), child]);
      visit(child);
    }
  };
  visit(content);
  return found;
}
