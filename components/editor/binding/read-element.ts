import type { Mark, Node, Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import { UnreadableDocument } from "@/lib/spec/unreadable-document";
import type { NodeMapping } from "./binding";

/**
 * The node that a shared element shows, with everything inside it, taken from the mapping where nothing
 * changed and added to it where something did.
 *
 * The binding's own reader deletes what it cannot read, for everyone. This one throws.
 *
 * @throws UnreadableDocument when the schema does not allow what is there.
 */
export function readElement(element: Y.XmlElement, schema: Schema, mapping: NodeMapping): Node {
  const known = mapping.get(element);
  if (known && !Array.isArray(known)) return known;
  const content = element.toArray().flatMap((child): Node[] => {
    if (child instanceof Y.XmlElement) return [readElement(child, schema, mapping)];
    if (child instanceof Y.XmlText) return readText(child, schema, mapping);
    throw new UnreadableDocument("$", "holds something that is neither a node nor text");
  });
  const type = schema.nodes[element.nodeName];
  if (!type) throw new UnreadableDocument("$", `has no word for "${element.nodeName}"`);
  try {
    const node = type.createChecked(element.getAttributes(), content);
    mapping.set(element, node);
    return node;
  } catch (error) {
    throw new UnreadableDocument("$", error instanceof Error ? error.message : String(error));
  }
}

function readText(text: Y.XmlText, schema: Schema, mapping: NodeMapping): Node[] {
  mendNeighbour(text);
  const nodes = (text.toDelta() as Insert[]).flatMap(({ insert, attributes }) =>
    typeof insert === "string" && insert !== ""
      ? [schema.text(insert, marks(attributes, schema))]
      : [],
  );
  mapping.set(text, nodes);
  return nodes;
}

interface Insert {
  insert?: unknown;
  attributes?: Record<string, Record<string, unknown>>;
}

/**
 * Two people who begin to write in the same empty paragraph make a text each. Whoever made the second
 * one moves its words into the first, once; else both stay and a later edit doubles the words.
 */
function mendNeighbour(text: Y.XmlText): void {
  const next = text.nextSibling;
  const { doc } = text;
  if (!(next instanceof Y.XmlText) || !doc || next._item?.id.client !== doc.clientID) return;
  const words = next.toDelta() as Insert[];
  doc.transact(() => {
    text.applyDelta([{ retain: text.length }, ...words]);
    const parent = next.parent as Y.XmlElement;
    parent.delete(parent.toArray().indexOf(next), 1);
  });
}

/** The binding adds a hash to the name of a mark that may stand several times on one text. */
const HASHED = /^(.*)--[A-Za-z0-9+/=]{8}$/;

function marks(attributes: Insert["attributes"], schema: Schema): Mark[] {
  const found = Object.entries(attributes ?? {}).map(([name, attrs]) => {
    const type = schema.marks[HASHED.exec(name)?.[1] ?? name];
    if (!type) throw new UnreadableDocument("$", `has no word for the mark "${name}"`);
    return type.create(attrs);
  });
  return found.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []) as Mark[];
}
