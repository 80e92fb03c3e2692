import type { MarkJson, NodeJson } from "@/lib/spec/block-json";
import type { Json } from "@/lib/spec/canonical-json";

/**
 * A string that two nodes share exactly when they say the same in the same form, whoever they are:
 * everything but identities. Much faster than canonical JSON, and never stored.
 */
export function contentKey(nodes: readonly NodeJson[] | undefined): string {
  if (!nodes) return "";
  let key = "";
  for (const node of nodes) key += nodeKey(node);
  return key;
}

export function nodeKey(node: NodeJson): string {
  if (node.text !== undefined && !node.marks) return `"${node.text}\u0001`;
  const marks = node.marks ? node.marks.map(markKey).join("") : "";
  const inside = node.content ? `(${contentKey(node.content)})` : "";
  return `${node.type}${attributesKey(node.attrs)}${marks}"${node.text ?? ""}\u0001${inside}`;
}

export const markKey = (mark: MarkJson): string =>
  `^${mark.type}${"attrs" in mark ? attributesKey(mark.attrs as Record<string, Json>) : ""}`;

function attributesKey(attrs: Record<string, Json> | undefined): string {
  if (!attrs) return "";
  let key = "";
  for (const name in attrs) {
    const value = attrs[name];
    if (name === "uid" || value === null || value === undefined) continue;
    key += `\u0002${name}=${typeof value === "object" ? JSON.stringify(value) : String(value)}`;
  }
  return key;
}
